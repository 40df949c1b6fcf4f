# SPDX-License-Identifier: GPL-3.0-or-later
"""The promises of the interviews of a visit. Each function is one test; its name says
what must hold."""

import json

from driver import Failure, Program, nazarctl, records, run, wait_for

NAME = "Zhyldyz Invented"


def visit(program):
    """A register with a visit that has a team, and nothing else."""
    path = program.path("work.nazar")
    nazarctl("init", path, "--no-encryption")
    nazarctl("edit", path, "body", "name=Ministry of Justice")
    place = nazarctl("edit", path, "facility", "name=An invented place", "kind=pre-trial").strip()
    team = json.dumps([{"name": "Aida Bekova", "lead": True}, {"name": "Timur Sadykov"}])
    people = json.dumps([{"sex": "men", "age": "adult", "status": "accused", "count": 7}])
    return path, nazarctl("edit", path, "visit", f"facility={place}", "kind=comprehensive", "begin=2025-11-03",
                          f"team:={team}", f"population:={people}").strip()


def interview(path, of, *fields):
    return nazarctl("edit", path, "interview", f"visit={of}", *fields).strip()


def shown(path, record):
    return json.loads(nazarctl("show", path, record, "--format", "json", "--personal"))


def open_interviews(p, path):
    p.start(path)
    p.key("ctrl+4")
    p.find_part("An invented place")
    p.key("ctrl+f")
    p.key("Down", "Return")
    p.click("Interviews", "list item")


def a_new_interview_gets_the_next_code():
    with Program() as p:
        path, _ = visit(p)
        open_interviews(p, path)
        p.find("No interviews yet", "label")
        p.tab_to(p.find("New Interview", "push button"))
        p.key("ctrl+n")
        p.find_part("I-01, No consent", "list item")
        p.find("1 of 3 needed", "label")
        p.key("ctrl+n")
        p.find_part("I-02, No consent", "list item")
        wait_for(lambda: [r["code"] for r in records(path, "interview")] == ["I-01", "I-02"], "two interviews")
        p.key("ctrl+z")
        wait_for(lambda: [r["code"] for r in records(path, "interview")] == ["I-01"], "the undo")
        p.find("I-01", "label")
        p.quit()


def staff_do_not_count_among_those_held():
    with Program() as p:
        path, of = visit(p)
        interview(path, of, "with=detainee")
        interview(path, of, "with=staff")
        open_interviews(p, path)
        p.find("1 of 3 needed", "label")
        p.quit()


def what_is_typed_is_stored():
    with Program() as p:
        path, of = visit(p)
        talk = interview(path, of)
        open_interviews(p, path)
        p.tab_to(p.find("Account", "text"))
        p.type("They were told to wait")
        wait_for(lambda: shown(path, talk)["account"] == "They were told to wait", "the account")
        p.quit()


def an_injury_is_marked_by_keyboard():
    with Program() as p:
        path, of = visit(p)
        talk = interview(path, of)
        open_interviews(p, path)
        p.tab_to(p.find("Body outline", None))
        p.key("Down")
        p.find("Body outline: Left side of the abdomen", None)
        p.key("Up", "Return")
        marked = wait_for(lambda: shown(path, talk)["injuries"], "the mark")[0]
        if (marked["side"], marked["place"]) != ("front", "Left side of the chest"):
            raise Failure(f"the mark is elsewhere: {marked}")
        p.find("1: Injury · Left side of the chest", "push button")
        # The keyboard is at the kind now.
        p.key("space")
        p.key("Down", "Return")
        wait_for(lambda: shown(path, talk)["injuries"][0].get("kind") == "bruise", "the kind")
        mark = p.find("1: Bruise · Left side of the chest", "push button")
        p.tab_to(mark, back=True)
        p.key("Delete")
        wait_for(lambda: not shown(path, talk)["injuries"], "the deletion")
        p.key("ctrl+z")
        wait_for(lambda: shown(path, talk)["injuries"], "the undo")
        p.find("1: Bruise · Left side of the chest", "push button")
        p.quit()


def a_mark_goes_where_it_is_moved():
    with Program() as p:
        path, of = visit(p)
        injury = [{"side": "front", "x": 600, "y": 700, "place": "Left knee", "kind": "scar"}]
        talk = interview(path, of, f"injuries:={json.dumps(injury)}")
        open_interviews(p, path)
        p.tab_to(p.find("1: Scar · Left knee", "push button"))
        p.key(*["Down"] * 8)
        p.find("1: Scar · Left shin", "push button")
        wait_for(lambda: shown(path, talk)["injuries"][0]["y"] == 740, "the new place")
        p.quit()


def a_consent_is_added_and_withdrawn():
    with Program() as p:
        path, of = visit(p)
        talk = interview(path, of)
        open_interviews(p, path)
        p.find("At present nothing of this talk may leave the register.", "label")
        p.tab_to(p.find("Add a consent", "push button"))
        p.key("Return")
        p.click("To an authority…", "menu item")
        p.type("minis")
        p.find("Ministry of Justice", "list item")
        p.key("Down", "Return")
        given = wait_for(lambda: shown(path, talk)["consents"], "the consent")[0]
        if (given["purpose"], given["recipient"], given["taken_by"]) != ("authority", "Ministry of Justice", "Aida Bekova"):
            raise Failure(f"another consent was stored: {given}")
        p.find_part("but: Ministry of Justice.", "label")
        p.click("Withdraw: To an authority: Ministry of Justice", "push button")
        wait_for(lambda: shown(path, talk)["consents"][0].get("withdrawn_on"), "the withdrawal")
        p.find("At present nothing of this talk may leave the register.", "label")
        p.quit()


def a_consent_is_withdrawn_from_an_approved_visit():
    with Program() as p:
        path, of = visit(p)
        consents = [{"purpose": "anonymous-use", "given_on": "2025-11-03", "form": "oral"}]
        talk = interview(path, of, f"consents:={json.dumps(consents)}")
        nazarctl("edit", path, of, "state=approved")
        open_interviews(p, path)
        p.gone("Add a consent")
        p.gone("New interview", "push button")
        p.click("Withdraw: Anonymous use", "push button")
        p.click("Withdraw and Reopen", "push button")
        wait_for(lambda: shown(path, of)["state"] == "complete", "the reopening")
        if "I-01" not in shown(path, of)["reopened"] or not shown(path, talk)["consents"][0].get("withdrawn_on"):
            raise Failure("the reason or the withdrawal is missing")
        p.find("Add a consent")
        p.quit()


def a_talk_that_is_not_private_is_proposed_as_obstruction():
    with Program() as p:
        path, of = visit(p)
        talk = interview(path, of, f"name={NAME}")
        open_interviews(p, path)
        p.click("In private: No", "push button")
        wait_for(lambda: shown(path, talk)["private"] is False, "the answer")
        p.click("Record It as Obstruction", "push button")
        found = wait_for(lambda: records(path, "finding"), "the finding")[0]
        if not found["obstruction"] or found["area"] != "access" or NAME in found["text"] or "I-01" in found["text"]:
            raise Failure(f"the finding is wrong: {found}")
        p.find("Show the Finding", "push button")
        p.quit()


def names_are_never_in_a_list_or_a_title():
    with Program() as p:
        path, of = visit(p)
        interview(path, of, f"name={NAME}", "contact=0555 123456")
        open_interviews(p, path)
        p.find_part("I-01", "list item")
        p.find("Name and contact", None)
        for words in p.names():
            if NAME in words or "0555" in words:
                raise Failure(f"a name is shown: {words}")
        p.quit()


def an_interview_is_deleted_and_comes_back():
    with Program() as p:
        path, of = visit(p)
        interview(path, of)
        interview(path, of, "with=staff")
        open_interviews(p, path)
        p.tab_to(p.find_part("I-01", "list item"))
        p.key("Delete")
        wait_for(lambda: [r["code"] for r in records(path, "interview")] == ["I-02"], "the deletion")
        p.find_part("I-02, Staff", "list item")
        p.key("ctrl+z")
        p.find_part("I-01", "list item")
        p.quit()


TESTS = [
    a_new_interview_gets_the_next_code,
    staff_do_not_count_among_those_held,
    what_is_typed_is_stored,
    an_injury_is_marked_by_keyboard,
    a_mark_goes_where_it_is_moved,
    a_consent_is_added_and_withdrawn,
    a_consent_is_withdrawn_from_an_approved_visit,
    a_talk_that_is_not_private_is_proposed_as_obstruction,
    names_are_never_in_a_list_or_a_title,
    an_interview_is_deleted_and_comes_back,
]

if __name__ == "__main__":
    run(TESTS)

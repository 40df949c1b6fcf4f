# SPDX-License-Identifier: GPL-3.0-or-later
"""The promises of the window. Each function is one test; its name says what must hold."""

import os
import time

from driver import Failure, Program, nazarctl, records, run, wait_for

REPORT = """An invented report

I.

Access

1. Nobody lets monitors in.
Recommendations:
1) The ministry should open every door to monitors at once.
2) The ministry should publish
how often doors stayed closed.

II.

Food

2. There is too little of it.
Recommendations:
3) The service should double the portions.
4)
The service should employ a cook.
"""


def example(program, name="work.nazar"):
    path = program.path(name)
    nazarctl("init", path, "--no-encryption", "--example")
    return path


def find_recommendation(path, number, section):
    return [r for r in records(path, "recommendation") if r["number"] == number and r["section"] == section][0]


def start_page_offers_the_example():
    with Program() as p:
        p.start()
        p.find("Try the Example", "push button")
        p.find("New Register…", "push button")
        p.quit()


def a_register_on_the_command_line_opens_at_once():
    with Program() as p:
        p.start(example(p))
        p.find("I, 1", "label")
        p.find("No tolerance for the persecution of defenders", "label")
        p.quit()


def search_as_you_type_finds_by_beginnings():
    with Program() as p:
        p.start(example(p))
        p.find("I, 1", "label")
        p.key("ctrl+f")
        p.type("preventive mech")
        p.gone("I, 1", "label")
        p.find("III, 14", "label")
        p.key("Escape")
        p.find("I, 1", "label")
        p.quit()


def a_filter_is_a_chip_in_words():
    with Program() as p:
        p.start(example(p))
        p.find("I, 1", "label")
        p.click("Add Filter", "push button")
        p.find("Independent status", "list item")
        p.key("Down", "Down", "Down", "Down", "Return")
        p.find("Not started", "list item")
        p.key("Down", "Return")
        p.gone("I, 1", "label")
        p.find("III, 15", "label")
        p.click("Remove the filter “Independent status: Not started”", "push button")
        p.find("I, 1", "label")
        p.quit()


def a_status_is_stored_and_undone():
    with Program() as p:
        path = example(p)
        p.start(path)
        p.find("I, 1", "label")
        p.key("ctrl+f")
        p.type("preventive mech")
        p.find("III, 14", "label")
        p.key("Escape")
        before = len(records(path, "assessment"))
        select_row(p, "I, 1")
        p.click("Add an assessment on the State’s track", "push button")
        wait_for(lambda: len(records(path, "assessment")) == before + 1, "the assessment in the register")
        p.key("ctrl+z")
        wait_for(lambda: len(records(path, "assessment")) == before, "the undo in the register")
        p.key("ctrl+shift+z")
        wait_for(lambda: len(records(path, "assessment")) == before + 1, "the redo in the register")
        p.quit()


def select_row(p, number):
    """Goes to the list by keyboard and selects its first row."""
    p.find(number, "label")
    p.key("ctrl+f")
    p.key("Down")
    p.find("What the State says", "heading")


def deleting_asks_nothing_and_can_be_undone():
    with Program() as p:
        path = example(p)
        p.start(path)
        select_row(p, "I, 1")
        p.key("Delete")
        p.gone("I, 1", "label")
        wait_for(lambda: len(records(path, "recommendation")) == 40, "the deletion")
        p.find("Undo", "push button")
        p.key("ctrl+z")
        p.find("I, 1", "label")
        wait_for(lambda: len(records(path, "recommendation")) == 41, "the undo")
        p.quit()


def the_window_says_where_the_tracks_differ():
    with Program() as p:
        path = example(p)
        first = find_recommendation(path, "1", "I")["id"]
        plan = records(path, "source", "--filter", "mechanism=national-plan")[0]["id"]
        nazarctl("edit", path, "assessment", f"recommendation={first}", "track=state", "status=implemented", "date=2019")
        nazarctl("edit", path, "assessment", f"recommendation={first}", "track=independent", "status=planned", "date=2019",
                 f"plan={plan}", "plan_item=11.2")
        p.start(path)
        p.find_part("1 where the tracks differ")
        select_row(p, "I, 1")
        p.find("The State says “Implemented”, monitors find “Planned”.")
        p.quit()


def the_window_speaks_kyrgyz_whatever_the_locale():
    with Program(env={"LANGUAGE": "ky"}) as p:
        p.start(example(p))
        p.find("Сунуштар", "label")
        p.quit()


def quick_undos_do_no_harm():
    with Program() as p:
        path = example(p)
        p.start(path)
        select_row(p, "I, 1")
        for _ in range(3):
            p.key("Delete")
        wait_for(lambda: len(records(path, "recommendation")) == 38, "three deletions")
        p.key("ctrl+z", "ctrl+z", "ctrl+z")
        wait_for(lambda: len(records(path, "recommendation")) == 41, "three undos")
        p.key("ctrl+shift+z", "ctrl+z", "ctrl+shift+z", "ctrl+z")
        wait_for(lambda: len(records(path, "recommendation")) == 41, "undo and redo in turns")
        p.quit()


def a_recommendation_is_found_by_its_number():
    with Program() as p:
        p.start(example(p))
        p.find("I, 1", "label")
        p.key("ctrl+f")
        p.type("III 14")
        p.gone("I, 1", "label")
        p.find("III, 14", "label")
        p.quit()


def an_import_is_reviewed_before_it_is_stored():
    with Program() as p:
        path = p.path("empty.nazar")
        nazarctl("init", path, "--no-encryption")
        report = p.path("report.txt")
        with open(report, "w", encoding="utf-8") as file:
            file.write(REPORT)
        p.start(path)
        p.find_part("No recommendations yet")
        p.hand_over(report)
        p.find_part("Import 4")
        if records(path, "recommendation"):
            raise Failure("something was stored before the review ended")
        p.click("Import 4", "push button")
        wait_for(lambda: len(records(path, "recommendation")) == 4, "the import")
        p.find("II, 4", "label")
        p.key("ctrl+z")
        wait_for(lambda: not records(path, "recommendation"), "the undo of the import")
        p.quit()


def a_second_program_reads_only_and_says_who_writes():
    with Program() as p:
        path = example(p)
        p.start(path)
        p.find("I, 1", "label")
        nazarctl("edit", path, "body", "name=Nobody", code=1)
        if len(records(path, "recommendation")) != 41:
            raise Failure("the register cannot be read beside the window")
        p.quit()
        nazarctl("edit", path, "body", "name=Somebody")


def typed_text_survives_a_kill():
    with Program() as p:
        path = example(p)
        p.start(path)
        select_row(p, "I, 1")
        p.click("Edit the text", "push button")
        p.key("ctrl+End")
        p.type(" And more.")
        time.sleep(1.5)
        p.kill()
        text = find_recommendation(path, "1", "I")["text"]
        if not text.endswith("And more."):
            raise Failure("the text is lost: " + text[-40:])


TESTS = [
    start_page_offers_the_example,
    a_register_on_the_command_line_opens_at_once,
    search_as_you_type_finds_by_beginnings,
    a_filter_is_a_chip_in_words,
    a_status_is_stored_and_undone,
    deleting_asks_nothing_and_can_be_undone,
    the_window_says_where_the_tracks_differ,
    the_window_speaks_kyrgyz_whatever_the_locale,
    quick_undos_do_no_harm,
    a_recommendation_is_found_by_its_number,
    an_import_is_reviewed_before_it_is_stored,
    a_second_program_reads_only_and_says_who_writes,
    typed_text_survives_a_kill,
]

if __name__ == "__main__":
    run(TESTS)

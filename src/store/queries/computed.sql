-- SPDX-License-Identifier: GPL-3.0-or-later
-- Fields that are computed, never stored: a temporary view per kind of record on
-- every connection. The field tables name them as `computed`.

CREATE TEMP VIEW source_view AS
SELECT s.*,
       (SELECT count (*) FROM recommendation r WHERE r.source = s.id) AS recommendations
  FROM source s;

-- The current status of a track is its latest assessment: by the earliest
-- possible day of its date, then the more exact date, then the order of entry.
-- As text without "~" partial dates sort in just that way.
CREATE TEMP VIEW recommendation_view AS
SELECT *,
       nazar_distance (state_status, independent_status) IS NOT NULL AS differ,
       nazar_distance (state_status, independent_status) AS distance
  FROM (
    SELECT r.*,
           s.symbol AS source_symbol,
           s.state_concerned AS state_concerned,
           s.session AS session,
           s.mechanism AS mechanism,
           (SELECT a.status FROM assessment a
             WHERE a.recommendation = r.id AND a.track = 'state' AND a.status IS NOT NULL
             ORDER BY rtrim (a.date, '~') DESC, a.date LIKE '%~', a.n DESC LIMIT 1) AS state_status,
           (SELECT a.status FROM assessment a
             WHERE a.recommendation = r.id AND a.track = 'independent' AND a.status IS NOT NULL
             ORDER BY rtrim (a.date, '~') DESC, a.date LIKE '%~', a.n DESC LIMIT 1) AS independent_status
      FROM recommendation r
      LEFT JOIN source s ON s.id = r.source
  );

-- Of a place. A recommendation is open until independent monitors find it implemented;
-- what the State says does not close it.
CREATE TEMP VIEW facility_view AS
SELECT f.*,
       (SELECT count (*) FROM visit v WHERE v.facility = f.id) AS visits,
       (SELECT v.begin FROM visit v WHERE v.facility = f.id AND v.begin IS NOT NULL
         ORDER BY rtrim (v.begin, '~') DESC, v.n DESC LIMIT 1) AS last_visit,
       (SELECT sum (e.value ->> 'count') FROM json_each (
          (SELECT v.population FROM visit v WHERE v.facility = f.id AND v.population IS NOT NULL
            ORDER BY rtrim (v.begin, '~') DESC, v.n DESC LIMIT 1)) e) AS held,
       (SELECT count (*) FROM recommendation_view r WHERE r.facility = f.id
         AND coalesce (r.independent_status, '') <> 'implemented') AS open_recommendations
  FROM facility f;

-- Of a visit. Whom an unset "with" leaves open counts among the people held. A third
-- of those held, rounded up, is what the law asks of a comprehensive visit.
CREATE TEMP VIEW visit_view AS
SELECT *, (held + 2) / 3 AS interviews_needed
  FROM (
    SELECT v.*,
           (SELECT sum (e.value ->> 'count') FROM json_each (v.population) e) AS held,
           f.capacity AS capacity,
           (SELECT count (*) FROM interview i WHERE i.visit = v.id
             AND coalesce (i."with", 'detainee') IN ('detainee', 'patient', 'resident')) AS interviews,
           (SELECT count (DISTINCT a.checklist || ' ' || a.question) FROM answer a
             WHERE a.visit = v.id AND a.value IS NOT NULL) AS answered,
           (SELECT coalesce (sum (nazar_questions (c.definition,
              (SELECT json_group_array (json_array (a.question, a.value)) FROM answer a
                WHERE a.visit = v.id AND a.checklist = c.id AND a.value IS NOT NULL))), 0)
              FROM json_each (v.checklists) e JOIN checklist c ON c.id = e.value) AS questions,
           (SELECT count (*) FROM finding g WHERE g.visit = v.id) AS findings,
           f.kind AS facility_kind,
           f.oblast AS oblast
      FROM visit v
      LEFT JOIN facility f ON f.id = v.facility
  );

CREATE TEMP VIEW finding_view AS
SELECT g.*, json_array_length (coalesce (g.sources, '[]')) > 1 AS cross_checked
  FROM finding g;

CREATE TEMP VIEW checklist_view AS
SELECT c.*,
       nazar_checklist_fact (c.definition, 'questions') AS questions,
       nazar_checklist_fact (c.definition, 'languages') AS languages,
       nazar_checklist_fact (c.definition, 'checked_languages') AS checked_languages
  FROM checklist c;

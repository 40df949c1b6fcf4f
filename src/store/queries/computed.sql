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

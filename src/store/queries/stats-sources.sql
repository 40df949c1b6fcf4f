-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sources that recommendations stand in, in the order in which people look them up.
SELECT id
  FROM source s
 WHERE EXISTS (SELECT 1 FROM recommendation r WHERE r.source = s.id)
 ORDER BY coalesce (s.title, s.symbol, s.state_concerned) COLLATE NAZAR, s.date, s.n

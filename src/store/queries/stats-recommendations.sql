-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many recommendations of each source stand where on the two tracks. Whether
-- the tracks differ follows from the two statuses, so it is not asked here.
SELECT source, state_status, independent_status, count (*)
  FROM recommendation_view
 GROUP BY source, state_status, independent_status

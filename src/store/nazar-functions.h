/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

int nazar_functions_register (sqlite3 *db);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-card-list.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_FILE_LIST (nazar_file_list_get_type ())
G_DECLARE_FINAL_TYPE (NazarFileList, nazar_file_list, NAZAR, FILE_LIST, NazarCardList)

G_END_DECLS

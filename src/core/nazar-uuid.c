/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-uuid.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

static void
fill_random (guint8 *bytes,
             gsize   length)
{
  while (length > 0)
    {
      gssize got = getrandom (bytes, length, 0);

      if (got < 0 && errno != EINTR)
        g_error ("The system has no random numbers: %s", g_strerror (errno));
      if (got > 0)
        {
          bytes += got;
          length -= got;
        }
    }
}

static char *
to_text (const guint8 *bytes)
{
  static const char digits[] = "0123456789abcdef";
  char *text = g_malloc (37), *end = text;

  for (guint i = 0; i < 16; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *end++ = '-';
      *end++ = digits[bytes[i] >> 4];
      *end++ = digits[bytes[i] & 0xF];
    }
  *end = '\0';
  return text;
}

/**
 * nazar_uuid_new:
 *
 * Makes a UUID of version 7 (RFC 9562): ordered by time, and within one process
 * strictly in the order of the calls (method 3 of section 6.2, a counter in the
 * twelve bits after the milliseconds).
 *
 * Returns: (transfer full): 36 characters
 */
char *
nazar_uuid_new (void)
{
  static GMutex mutex;
  static guint64 last_time;
  static guint counter;
  guint8 b[16];
  guint64 now = g_get_real_time () / 1000;

  fill_random (b, sizeof b);

  g_mutex_lock (&mutex);
  if (now > last_time)
    {
      last_time = now;
      counter = b[0];
    }
  else if (++counter > 0xFFF)
    {
      last_time++;
      counter = 0;
    }
  now = last_time;
  b[6] = 0x70 | (counter >> 8);
  b[7] = counter & 0xFF;
  g_mutex_unlock (&mutex);

  for (guint i = 0; i < 6; i++)
    b[i] = (now >> (8 * (5 - i))) & 0xFF;
  b[8] = 0x80 | (b[8] & 0x3F);

  return to_text (b);
}

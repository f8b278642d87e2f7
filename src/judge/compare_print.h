/* What the files that print a comparison share. */
#ifndef NORMLAB_JUDGE_COMPARE_PRINT_H
#define NORMLAB_JUDGE_COMPARE_PRINT_H

#include "judge/compare.h"

#define WIDTH 96 /* columns */
#define MOST  10 /* lines of a list; --json has all of them */

/* Says how many of `count` lines are left out. */
void compare_print_more(int count, const char *indent);

/* The metrics of timing, or the others, under a title. */
void compare_print_metrics(const struct comparison *c, bool timing, const char *title);

#endif

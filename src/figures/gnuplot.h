/*
 * Running gnuplot: the only place that does. It runs with its default settings (no ~/.gnuplot), in
 * the script's folder, in the locale C.UTF-8 whatever the user's is, with no standard input; what it
 * prints is captured, and it is believed only when it ends with exit code 0 and has drawn something.
 */
#ifndef NORMLAB_FIGURES_GNUPLOT_H
#define NORMLAB_FIGURES_GNUPLOT_H

#include "base/list.h"

#define GNUPLOT_MISSING 1 /* there is no gnuplot in PATH; nothing was printed */

/* Runs folder/script with `settings` (gnuplot statements) before it, which is to draw the files (paths). The script
 * finds the variable `suffix` set and writes file.suffix; when all is well each is renamed to file, a PDF without the
 * time at which it was made. 0, GNUPLOT_MISSING, or -1 after a message, with no file touched and the temporary ones
 * removed. */
int gnuplot_draw(const char *folder, const char *script, const char *settings,
                 const struct list *file);

/* Runs folder/script with `settings` (gnuplot statements) before it, and copies what it prints to
 * standard output, without the blanks that its lines end with. 0, GNUPLOT_MISSING, or -1 after a
 * message. */
int gnuplot_print(const char *folder, const char *script, const char *settings);

/* What `gnuplot --version` says, without the newline; "" when there is none. A new string. */
char *gnuplot_version(void);

#endif

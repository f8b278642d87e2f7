/* A figure's files, whatever its kind: script, numbers and pictures in its folder, style.gp above. */
#ifndef NORMLAB_FIGURES_PLOT_FILES_H
#define NORMLAB_FIGURES_PLOT_FILES_H

#include "base/text.h"
#include "figures/plot.h"

/* Writes folder/name.gp and .csv and lets gnuplot draw the formats, as plot_write_as() says. */
int plot_files_write(const char *name, const char *folder, const struct text *script,
                     const struct text *csv, const char *formats);

/* Runs the script for a text terminal of so many columns, and leaves no file but style.gp, as
 * plot_terminal() says. */
int plot_files_print(const char *name, const char *folder, const struct text *script, int width);

#endif

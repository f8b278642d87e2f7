/* Writes a table as LaTeX. Private to src/report. */
#ifndef NORMLAB_REPORT_LATEX_TABLE_H
#define NORMLAB_REPORT_LATEX_TABLE_H

#include "base/text.h"
#include "figures/table.h"

/* Adds the table in the style of booktabs, in \footnotesize, for a document that loads array, booktabs, longtable and
 * adjustbox. It fits the width of the text where it is included: when it is too wide, its columns are parted among
 * several tabulars, one under the other, which all have the names of the rows. Where that needs more parts in a column
 * of a paper than on a page, the text has both, and TeX takes one by \linewidth. A single column that is still too wide
 * is made smaller.
 *
 * Numbers are mathematics. A value has two columns of LaTeX, the mean and its interval; in place of the first,
 * siunitx's S can stand, which aligns decimal points.
 *
 * Returns true when the table is too tall for a float: its parts are then longtables, which go over several pages, and must
 * not stand in a float. */
bool latex_add_table(struct text *out, const struct table *t);

/* Stand before and after a longtable, which steps the counter of tables although it has no caption. hyperref gets a name of
 * its own for it. */
#define UNNUMBERED(name) "\\begingroup\\def\\theHtable{" name "}\n"
#define UNNUMBERED_END   "\\endgroup\\addtocounter{table}{-1}\n"

#endif

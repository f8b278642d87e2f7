/* Writes a table as LaTeX. Private to src/report. */
#ifndef NORMLAB_REPORT_LATEX_TABLE_H
#define NORMLAB_REPORT_LATEX_TABLE_H

#include "base/text.h"
#include "figures/table.h"

/* Adds the table in the style of booktabs, in \footnotesize, for a document that loads array, booktabs, longtable and
 * adjustbox. The table fits the width of the text where it is included. When the table is too wide, its columns are divided
 * among several tabulars, one below the other, each with the names of the rows. A column of a paper may need more of these
 * parts than a page; the text then has both divisions, and TeX chooses one by \linewidth. A single column that is still too
 * wide is made smaller.
 *
 * Numbers are mathematics. A value has two columns of LaTeX, the mean and its interval. In place of the first, a user
 * can put the column S of the package siunitx, which aligns decimal points.
 *
 * Returns true when the table is too tall for a float. Its parts are then longtables, which continue on the next page, and
 * must not stand in a float. */
bool latex_add_table(struct text *out, const struct table *t);

/* The LaTeX before and after a longtable without a caption. Such a longtable increases the counter of tables; this LaTeX
 * undoes that, and gives hyperref a name that no other table has. */
#define UNNUMBERED(name) "\\begingroup\\def\\theHtable{" name "}\n"
#define UNNUMBERED_END   "\\endgroup\\addtocounter{table}{-1}\n"

#endif

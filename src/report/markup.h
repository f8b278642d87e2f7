/* Writes any text, whatever characters it contains, as HTML or as LaTeX. */
#ifndef NORMLAB_REPORT_MARKUP_H
#define NORMLAB_REPORT_MARKUP_H

#include "base/list.h"
#include "base/text.h"

/* Adds s as text of HTML, or as the value of an attribute in double quotes. s may contain any bytes. Bytes that are
 * not valid UTF-8, and control characters (utf8_control()), become U+FFFD. NULL adds nothing. */
void html_add(struct text *out, const char *s);

/* Adds s as text of LaTeX, for pdflatex with the packages inputenc (utf8) and fontenc (T1), and for lualatex
 * without them. Letters of Latin with the marks that T1 has (those of Latin-1, and most of the blocks Extended-A,
 * Extended-B and Extended Additional of Unicode), letters of Greek with an acute, a grave or a diaeresis, and common
 * signs become LaTeX commands, or stay as they are. All other characters become \normlabchar{NUMBER}{U+XXXX}, with the
 * code point in decimal and in hexadecimal; LATEX_CHAR defines the command. Bytes that are not valid UTF-8, and
 * control characters (utf8_control()), become U+FFFD. A '-' before a number becomes a minus sign. NULL adds nothing. */
void latex_add(struct text *out, const char *s);

/* Adds s as latex_add() does, in a typewriter font, and allows a line break after each of the characters , ; = _ /
 * and -. It is for commands and keys; a '-' stays as it is. */
void latex_add_code(struct text *out, const char *s);

/* Defines \normlabchar, unless the document has defined it. lualatex then shows the character if the font has it;
 * otherwise, and with pdflatex, "U+XXXX" is shown. */
#define LATEX_CHAR                                                                                 \
    "\\providecommand{\\normlabchar}[2]{\\ifdefined\\Umathcode\\iffontchar\\font#1 \\char#1 "      \
    "\\else\\texttt{#2}\\allowbreak\\fi\\else\\texttt{#2}\\allowbreak\\fi}\n"

/* Adds to `codes` each code point that the LaTeX text has as \normlabchar, such as "U+65E5", unless the list has it.
 * Returns true when the text has one. */
bool latex_unshown(const char *latex, struct list *codes);

#endif

/* Standard output of the commands. */
#ifndef NORMLAB_CLI_OUTPUT_H
#define NORMLAB_CLI_OUTPUT_H

#include <stdbool.h>

/* After this call, text that this process prints on standard output contains no control character that a terminal would
 * obey. Such characters may come from a file of results; they appear as "\x1b" (base/utf8.h). When standard output is a
 * pipe whose reader has gone, the command goes on and writes its files; what it prints is dropped, without an error. A
 * full disk is still an error of the stream. Call it before other files are opened: it also opens standard input,
 * output and error where they are closed, so that no other file gets their numbers. */
void output_begin(void);

/* Returns how many columns tables and lines on standard output may take; 0: any number (terminal_columns()). */
int output_columns(void);

/* From now on lines on standard output are broken where they are longer than output_columns() (cli/wrap.h). Call it
 * before text for people, not before JSON, CSV or other output that a program reads. */
void output_wrap(void);

/* True when standard output is a pipe whose reader has gone. */
bool output_is_closed(void);

#endif

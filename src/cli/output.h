/* Standard output of the commands. */
#ifndef NORMLAB_CLI_OUTPUT_H
#define NORMLAB_CLI_OUTPUT_H

#include <stdbool.h>

/* Makes all that this process prints on standard output appear as text: a character that a terminal would obey, which may
 * come from a file of results, is shown as "\x1b" is (base/utf8.h). A pipe whose reader has gone ends no command: what is
 * printed is dropped and is no error, since whoever closed the pipe wants no more, and the command still writes its
 * files. A full disk is an error of the stream, as ever. Call it first of all: it also opens standard input, output and
 * error where they are closed, so that no other file gets their numbers. */
void output_begin(void);

/* Clears the terminal that standard output is; nothing elsewhere. */
void output_clear_terminal(void);

/* True when standard output is a pipe whose reader has gone. */
bool output_is_closed(void);

#endif

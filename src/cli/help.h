/* Reads the help texts of commands (struct command). The man page and the completions of shells are made from them. */
#ifndef NORMLAB_CLI_HELP_H
#define NORMLAB_CLI_HELP_H

#include "base/list.h"
#include "base/text.h"
#include "cli/command.h"

/* What a line of a help text is. */
enum help_line {
    HELP_BLANK,
    HELP_USAGE,   /* "usage: ...", and the lines below it that go on */
    HELP_EXAMPLE, /* "example: ...", and the lines below it that go on */
    HELP_ITEM, /* "  -j, --jobs N     trials at a time" or "gemm    matrix products": a head, then its text */
    HELP_CONTINUE, /* an indented line that continues the text of the item above */
    HELP_LITERAL,  /* another indented line */
    HELP_TEXT
};

struct help_reader {
    const char *next; /* the rest of the help text */
    enum help_line kind;
    char *head; /* of an item: "-j, --jobs N"; else "" */
    char *
        text; /* the line without its indentation, and without the head or the words "usage:" and "example:" */
};

/* Reads the next line: sets the other fields. Returns false at the end. Start with a reader that is zero but for `next`;
 * help_end() frees it. */
bool help_next(struct help_reader *r);
void help_end(struct help_reader *r);

/* Adds the help text with each paragraph, and each item with what continues it, in one line, for output_wrap(). */
void help_add_flowing(struct text *out, const char *help);

/* Adds the long options of a command to `options`, such as "--jobs", and to `summaries` the first line of each one's
 * text, which is "" for an option that only the usage names. --help, which every command has, is not among them. */
void help_options(const struct command *c, struct list *options, struct list *summaries);

#endif

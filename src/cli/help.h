/* Reads the help texts of commands (struct command). The man page and the completions of shells are made from them. */
#ifndef NORMLAB_CLI_HELP_H
#define NORMLAB_CLI_HELP_H

#include "base/list.h"
#include "base/text.h"
#include "cli/command.h"

/* What a line of a help text is. */
enum help_line {
    HELP_BLANK,
    HELP_USAGE,   /* "usage: ...", and the indented lines that continue it */
    HELP_EXAMPLE, /* "example: ...", and the indented lines that continue it */
    /* "  -j, --jobs N     trials at a time" or "gemm    matrix products": a head, then its text */
    HELP_ITEM,
    HELP_CONTINUE, /* an indented line that continues the text of the item above */
    HELP_LITERAL,  /* any other indented line: it is shown as it is */
    HELP_TEXT      /* any other line: a part of a paragraph */
};

struct help_reader {
    const char *next; /* the lines that have not been read yet */
    /* kind of the line that was read last; the next two members are of this line, too */
    enum help_line kind;
    char *head; /* of an item: "-j, --jobs N"; else "" */
    /* the line without its indentation, and without the head or the words "usage:" and "example:" */
    char *text;
};

/* Reads the next line and sets the other fields. Returns false at the end. Before the first call, all fields but `next`
 * must be zero. help_end() frees the reader. */
bool help_next(struct help_reader *r);
void help_end(struct help_reader *r);

/* Adds the help text to out. Each paragraph, and each item with the lines that continue it, becomes one line, so that
 * output_wrap() can break it anew. */
void help_add_flowing(struct text *out, const char *help);

/* Adds the long options of a command to `options`, such as "--jobs", and to `summaries` the first line of each one's
 * text, which is "" for an option that only the usage names. --help, which every command has, is not among them. */
void help_options(const struct command *c, struct list *options, struct list *summaries);

#endif

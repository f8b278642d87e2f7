#include "base/error.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/help.h"
#include "cli/output.h"
#include "store/store.h"
#include <stdio.h>
#include <string.h>

static const char about[] = "compares neural-network normalization layers by experiment";

static const char exit_codes[] =
    "exit codes: 0 done, 1 failed, 2 wrong usage, 3 some trials failed; of `normlab trial` 5 refused,\n"
    "6 diverged; 75 stopped in time by SIGUSR1 or SIGUSR2, 130 or 143 stopped by a signal (finished\n"
    "trials are kept)\n";

void print_help(void)
{
    output_wrap();
    printf("normlab %s.\n\n"
           "usage: normlab COMMAND [ARGUMENT]...      normlab help COMMAND\n\ncommands:\n",
           about);
    for (int i = 0; all_commands[i]; i++)
        printf("  %-10s %s\n", all_commands[i]->name, all_commands[i]->summary);
    printf("\n%s\nexample: normlab run batch_size --preset smoke\n", exit_codes);
}

/* ---- the man page, as man(7) of troff ---- */

/* Adds s as a line of plain text: nothing in it becomes a request or an escape of troff. */
static void add_roff(struct text *out, const char *s)
{
    if (*s == '.' || *s == '\'')
        text_adds(out, "\\&");
    for (; *s; s++)
        if (*s == '\\')
            text_adds(out, "\\e");
        else if (*s == '-')
            text_adds(out, "\\-");
        else
            text_addn(out, s, 1);
    text_adds(out, "\n");
}

/* Begins or ends a block of lines that troff shows as they are, when *literal is not already as wanted. */
static void set_literal(struct text *out, bool *literal, bool wanted)
{
    if (*literal != wanted)
        text_adds(out, wanted ? ".nf\n" : ".fi\n");
    *literal = wanted;
}

/* Adds the line that the reader has read. before: the kind of the line before. */
static void add_line(struct text *out, const struct help_reader *r, enum help_line before,
                     bool *literal)
{
    set_literal(out, literal,
                r->kind == HELP_USAGE || r->kind == HELP_EXAMPLE || r->kind == HELP_LITERAL);
    if (r->kind == HELP_BLANK) {
        text_adds(out, ".PP\n");
        return;
    }
    if (r->kind == HELP_EXAMPLE && before != HELP_EXAMPLE)
        text_adds(out, "Example:\n");
    if (r->kind == HELP_ITEM) {
        text_adds(out, ".TP\n.B ");
        add_roff(out, r->head);
    }
    add_roff(out, r->text);
}

static void add_command(struct text *out, const struct command *c)
{
    struct help_reader r = {.next = c->help};
    enum help_line before = HELP_BLANK;
    bool literal = false;

    text_add(out, ".SS %s\n", c->name);
    add_roff(out, c->summary);
    text_adds(out, ".PP\n");
    for (; help_next(&r); before = r.kind)
        add_line(out, &r, before, &literal);
    set_literal(out, &literal, false);
    help_end(&r);
}

static void print_man(void)
{
    struct text out = {0};

    text_add(&out,
             ".TH NORMLAB 1 \"\" \"normlab %s\"\n"
             ".SH NAME\nnormlab \\- %s\n"
             ".SH SYNOPSIS\n.B normlab\n.I COMMAND\n[ARGUMENT]...\n"
             ".SH DESCRIPTION\n",
             source_version(), about);
    text_add(&out,
             "An experiment varies a norm with other settings over several seeds. Its trials are "
             "trained by\n.BR \"normlab run\" ,\nwhich also merges their results, draws figures "
             "and judges claims.\n.SH COMMANDS\n");
    for (int i = 0; all_commands[i]; i++)
        add_command(&out, all_commands[i]);
    text_adds(&out, ".SH EXIT STATUS\n");
    text_adds(&out, strchr(exit_codes, ' ') + strlen(" codes: "));
    printf("%s", out.s);
    text_clear(&out);
}

void print_command_help(const struct command *c)
{
    struct text flowing = {0};

    if (output_columns() == 0) {
        printf("%s", c->help);
        return;
    }
    output_wrap();
    help_add_flowing(&flowing, c->help);
    printf("%s", flowing.s);
    text_clear(&flowing);
}

static int run(int argc, char **argv)
{
    bool man = false;
    const struct flag flags[] = {{"--man", NULL, FLAG_BOOL, &man}, {0}};
    int n = parse_arguments(argc, argv, flags, 0, 1, "takes the name of one command");
    const struct command *c = n ? find_command(argv[1]) : NULL;

    if (man)
        print_man();
    else if (c)
        print_command_help(c);
    else
        print_help();
    return EXIT_DONE;
}

const struct command command_help = {
    "help",
    "show how a command is used",
    "usage: normlab help [COMMAND]\n"
    "       normlab help --man\n\n"
    "Without a command: all commands. The same text as `normlab COMMAND --help`.\n\n"
    "  --man    print the manual page, for man -l\n\n"
    "example: normlab help run\n",
    run,
};

#include "base/error.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/help.h"
#include "completion_bash_sh.h"
#include "completion_zsh_sh.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* True when the usage in the command's help has this word. */
static bool takes(const struct command *c, const char *word)
{
    const char *found = strstr(c->help, word), *end = strstr(c->help, "\n\n");

    return found && (!end || found < end);
}

/* Adds "NAME:SUMMARY", in quotation marks, as zsh's _describe reads it. */
static void add_described(struct text *out, const char *name, const char *summary)
{
    char *item = format_new("%s:%s", name, summary);

    text_adds(out, " ");
    text_add_shell(out, item);
    free(item);
}

/* Adds the line of a shell's `case` that sets the variables options, experiments and keys for one command. */
static void add_case(struct text *out, const struct command *c, bool zsh)
{
    struct list options = {0}, summaries = {0};

    help_options(c, &options, &summaries);
    text_add(out, "        %s) options=(", c->name);
    for (int i = 0; i < options.count; i++)
        if (zsh)
            add_described(out, options.item[i], summaries.item[i]);
        else
            text_add(out, "%s ", options.item[i]);
    text_adds(out, zsh ? " '--help:show how it is used')" : "--help)");
    text_add(out, " experiments=%s keys=%s ;;\n", takes(c, "EXPERIMENT") ? "1" : "",
             takes(c, "KEY=VALUE") ? "1" : "");
    list_clear(&options);
    list_clear(&summaries);
}

/* Prints the script. Statements that define the commands and their options replace @COMMANDS@ in it. */
static void print_script(const char *script, bool zsh)
{
    static const char mark[] = "@COMMANDS@";
    const char *at = strstr(script, mark);
    struct text out = {0};

    text_addn(&out, script, (size_t)(at - script));
    text_adds(&out, "commands=(");
    for (int i = 0; all_commands[i]; i++)
        if (zsh)
            add_described(&out, all_commands[i]->name, all_commands[i]->summary);
        else
            text_add(&out, "%s ", all_commands[i]->name);
    text_add(&out, ")\n    case ${%s} in\n", zsh ? "words[2]" : "COMP_WORDS[1]");
    for (int i = 0; all_commands[i]; i++)
        add_case(&out, all_commands[i], zsh);
    text_adds(&out, "    esac");
    text_adds(&out, at + strlen(mark));
    printf("%s", out.s);
    text_clear(&out);
}

static int run(int argc, char **argv)
{
    const struct flag flags[] = {{0}};

    parse_arguments(argc, argv, flags, 1, 1, "takes bash or zsh");
    if (strcmp(argv[1], "bash") == 0)
        print_script(embedded_completion_bash, false);
    else if (strcmp(argv[1], "zsh") == 0)
        print_script(embedded_completion_zsh, true);
    else
        die_usage("completion", "no completion for '%s'; there is one for bash and for zsh",
                  argv[1]);
    return EXIT_DONE;
}

const struct command command_completion = {
    "completion",
    "print the script by which bash or zsh completes normlab's words",
    "usage: normlab completion bash|zsh\n\n"
    "An installed normlab has both scripts where the shells find them.\n\n"
    "example: source <(normlab completion bash)\n",
    run,
};

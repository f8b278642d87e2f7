/* What is made from the commands' help: the man page and the completions of shells. */
#include "support.h"

#include "base/list.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>

static const char *const commands[] = {
#define COMMAND(name) #name,
#include "cli/commands.def"
#undef COMMAND
};
#define COMMANDS (sizeof commands / sizeof *commands)

/* Standard output of a shell's command line; a new string. */
static char *output_of(const char *command)
{
    char *out;

    if (run_command(command, &out, NULL))
        fail_msg("%s failed", command);
    return out;
}

static void test_help_of_each_command(void **state)
{
    (void)state;
    for (size_t i = 0; i < COMMANDS; i++) {
        char *help = format_new("\"$NORMLAB\" help %s", commands[i]);
        char *option = format_new("\"$NORMLAB\" %s --help", commands[i]);
        char *a = output_of(help), *b = output_of(option);

        assert_string_equal(a, b);
        assert_true(text_starts_with(a, "usage: normlab "));
        assert_holds(a, "example: ");
        free(a);
        free(b);
        free(help);
        free(option);
    }
}

/* The words that bash offers after `words`, of which the last is not complete; a new string. bash has split the words at
 * "=", as it does. */
static char *offered(const char *words)
{
    char *line =
        format_new("cd \"$TEST_FOLDER\" && PATH=\"$(dirname \"$NORMLAB\"):$PATH\" bash -c '"
                   "source <(normlab completion bash); COMP_WORDS=(normlab %s); "
                   "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _normlab 2>/dev/null; "
                   "printf \"%%s \" \"${COMPREPLY[@]}\"'",
                   words);
    char *out = output_of(line);

    free(line);
    return out;
}

static void test_bash(void **state)
{
    static const struct {
        const char *words, *has, *has_not;
    } cases[] = {
        {"\"\"", "run trial submit", "--"},
        {"st", "status ", "run"},
        {"run ba", "batch_size ", "batchnorm"},
        {"run batch_size --pre", "--preset ", "--seeds"},
        {"run batch_size --preset d", "demo ", "smoke"},
        {"run batch_size norm = gr", "groupnorm ", "batchnorm"},
        {"run batch_size norm =", "batchnorm ", "batch_size"},
        {"trial opt", "optimizer=", "layers"},
        {"trial data = fash", "fashion-mnist ", "cifar"},
        {"report --", "--out ", "--preset"}, /* only in the usage */
        {"completion --", "--help ", "--preset"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *out = offered(cases[i].words);

        if (!strstr(out, cases[i].has) || strstr(out, cases[i].has_not))
            fail_msg("after '%s' bash offers '%s'", cases[i].words, out);
        free(out);
    }
}

/* The options in bash's table, command by command: each is accepted, so that help names none that is not there. */
static void test_options_exist(void **state)
{
    char *out = output_of("\"$NORMLAB\" completion bash"), *at;
    int options = 0;

    (void)state;
    for (size_t i = 0; i < COMMANDS; i++) {
        char *start = format_new("        %s) options=(", commands[i]);
        struct list option = {0};
        char *table;

        at = strstr(out, start);
        assert_non_null(at);
        at += strlen(start);
        table = strndup(at, strcspn(at, ")"));
        list_split(&option, table, " ");
        for (int k = 0; k < option.count; k++) {
            char *line =
                     format_new("\"$NORMLAB\" %s %s 2>&1 </dev/null", commands[i], option.item[k]),
                 *said;

            run_in_folder("options", line, &said, NULL);
            if (strstr(said, "unknown option"))
                fail_msg("%s: %s", line, said);
            free(said);
            options++;
            free(line);
        }
        list_clear(&option);
        free(table);
        free(start);
    }
    assert_true(options > 60);
    free(out);
}

/* The man page has each command, and no request of troff but those that it needs. */
static void test_man(void **state)
{
    static const char *const requests[] = {"TH", "SH", "SS", "PP", "TP", "B",
                                           "I",  "BR", "nf", "fi", NULL};
    char *page = output_of("\"$NORMLAB\" help --man");
    struct list lines = {0};

    (void)state;
    for (size_t i = 0; i < COMMANDS; i++) {
        char *section = format_new("\n.SS %s\n", commands[i]);

        assert_holds(page, section);
        free(section);
    }
    assert_holds(page, "\n.TP\n.B \\-j, \\-\\-jobs N\ntrials at a time");
    assert_holds(page, "\n.nf\nnormlab run EXPERIMENT");
    list_split(&lines, page, "\n");
    for (int i = 0; i < lines.count; i++)
        if (lines.item[i][0] == '.') {
            char *request = strndup(lines.item[i] + 1, strcspn(lines.item[i] + 1, " "));

            if (!text_is_among(request, requests))
                fail_msg("'%s' is read as a request", lines.item[i]);
            free(request);
        }
    list_clear(&lines);
    free(page);
}

/* zsh, where it is installed, reads its script. */
static void test_zsh(void **state)
{
    char *script = output_of("\"$NORMLAB\" completion zsh"), *err;

    (void)state;
    assert_true(text_starts_with(script, "#compdef normlab\n"));
    assert_holds(script, "'run:run an experiment");
    assert_holds(script, "'--seeds:as 0-4 or 0,2,5-9'");
    free(script);
    if (run_command("command -v zsh >/dev/null", NULL, NULL))
        return;
    if (run_command("\"$NORMLAB\" completion zsh | zsh -n", NULL, &err))
        fail_msg("zsh: %s", err);
    free(err);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_help_of_each_command),
        cmocka_unit_test(test_bash),
        cmocka_unit_test(test_options_exist),
        cmocka_unit_test(test_man),
        cmocka_unit_test(test_zsh),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

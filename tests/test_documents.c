/*
 * README.md and the pages in docs/: what they tell a reader to type works, and
 * what they name exists. The blocks of a page are tried in its order, in a
 * folder of its own, which has the committed results as a clone has them.
 * Blocks that take long are run in the long form, scripts/documents.sh.
 * docs/developing.md describes the marks behind the language of a block.
 */
#include "base/system/file.h"
#include "base/text.h"
#include "pages.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The README has at most so many lines; all pages together have at least so
 * many blocks that are run, and commands. */
enum { README_LINES = 150, FEWEST_PAGES = 15, FEWEST_RUN = 20, FEWEST_COMMANDS = 100 };

static struct {
    int pages, run, commands;
} tried;

static bool is_long_form(void)
{
    return getenv("NORMLAB_TEST_LONG") != NULL;
}

/* ---- commands ---- */

/* Fails unless a command line of the shell ends with 0 in the page's folder. On
 * PATH are normlab, Debian's python3 and all other programs of /usr/bin;
 * gnuplot only when the command draws, as it takes most of the time of a small
 * run. */
static void assert_runs(const struct page *p, int line, const char *command, bool draws)
{
    char *folder = test_path("bin"),
         *path = draws || is_long_form() ? format_new("%s:/usr/bin", folder)
                                         : format_new("%s:%s/others", folder, folder),
         *whole = format_new("PATH='%s'; %s", path, command), *err;
    int code = run_in_folder(p->folder, whole, NULL, &err);

    if (code) {
        fputs(err, stderr); /* fail_msg() cuts what is long */
        fail_msg("%s:%d: exit code %d: %s", p->name, line, code, command);
    }
    free(err);
    free(whole);
    free(path);
    free(folder);
}

/* The help of a command of normlab, which is kept to the end of the test. */
static const char *help_of(const struct page *p, int line, const char *verb)
{
    static struct list verbs, helps;
    char *command, *help;

    for (int i = 0; i < verbs.count; i++)
        if (strcmp(verbs.item[i], verb) == 0)
            return helps.item[i];
    command = *verb == '-' ? format_new("\"$NORMLAB\" --help")
                           : format_new("\"$NORMLAB\" help '%s'", verb);
    if (run_command(command, &help, NULL))
        fail_msg("%s:%d: normlab has no command '%s'", p->name, line, verb);
    list_add(&verbs, verb);
    list_add(&helps, help);
    free(command);
    free(help);
    return helps.item[helps.count - 1];
}

/* Adds the words of a shell's command line up to the end of its first command.
 * Variables stay as they are written. */
static void split_words(struct list *words, const char *s)
{
    for (s += strspn(s, " "); *s && !strchr("#|<>;&)\n", *s); s += strspn(s, " ")) {
        struct text word = {0};
        char quote = '\0';

        for (; *s && (quote || !strchr(" |<>;&)\n", *s)); s++) {
            if (quote ? *s == quote : *s == '\'' || *s == '"')
                quote = quote ? '\0' : *s;
            else {
                s += *s == '\\' && quote != '\'' && s[1];
                text_addn(&word, s, 1);
            }
        }
        list_add(words, text_str(&word));
        text_clear(&word);
    }
}

/* True when the help has this option; -j4 is -j. */
static bool has_option(const char *help, const char *option)
{
    size_t n = text_starts_with(option, "--") ? strcspn(option, "=") : 2;

    if (strcmp(option, "--help") == 0)
        return true;
    for (const char *at = help; (at = strchr(at, '-')); at += strspn(at, "-"))
        if (strncmp(at, option, n) == 0 && !isalnum((unsigned char)at[n]) && at[n] != '-')
            return true;
    return false;
}

static void check_options(const struct page *p, int line, const char *verb,
                          const struct list *words, int first)
{
    const char *help = help_of(p, line, verb);

    for (int i = first; i < words->count && strcmp(words->item[i], "--"); i++) {
        const char *word = words->item[i];

        if (*word == '-' && isalpha((unsigned char)word[word[1] == '-' ? 2 : 1]) &&
            !has_option(help, word))
            fail_msg("%s:%d: normlab %s has no option %s", p->name, line, verb, word);
    }
}

/* Runs "normlab VERB WORDS..." with -n. */
static void run_dry(const struct page *p, int line, const char *verb, const struct list *words,
                    int first)
{
    struct text command = {0};

    text_add(&command, "normlab %s%s", verb, list_has(words, "-n") ? "" : " -n");
    for (int i = first; i < words->count; i++) {
        text_adds(&command, " ");
        text_add_shell(&command, words->item[i]);
    }
    assert_runs(p, line, command.s, false);
    text_clear(&command);
}

/* Checks that the command of normlab in a command line exists, with its
 * options, if there is one at its beginning, maybe behind variables of the
 * environment. Prints the script of `submit`, and the trials of a `run` that
 * is_whole: could be run here. */
static void check_command(const struct page *p, int line, const char *s, bool is_whole)
{
    struct list words = {0};
    int at = 0;

    split_words(&words, s);
    while (at < words.count && strchr(words.item[at], '='))
        at++;
    if (at + 1 < words.count && strcmp(words.item[at], "normlab") == 0) {
        const char *verb = words.item[at + 1];

        check_options(p, line, verb, &words, at + 2);
        if (is_whole && (strcmp(verb, "run") == 0 || strcmp(verb, "submit") == 0))
            run_dry(p, line, verb, &words, at + 2);
        tried.commands++;
    }
    list_clear(&words);
}

/* ---- blocks ---- */

/* Why the block is not run, a new string; NULL: it is. */
static char *why_not(const struct block *b)
{
    struct list words = {0};
    char *why = NULL;

    if (strcmp(b->mark, "norun") == 0)
        return format_new("%s", b->arg);
    if (b->takes_long && !is_long_form())
        return format_new("takes long");
    if (strcmp(b->mark, "needs") == 0)
        list_split(&words, b->arg, " ");
    for (int i = 0; i < words.count && !why; i++) {
        char *command = format_new("command -v '%s' || /usr/bin/python3 -c 'import sys; "
                                   "from importlib.util import find_spec; "
                                   "sys.exit(not find_spec(sys.argv[1]))' '%s'",
                                   words.item[i], words.item[i]);

        if (run_command(command, NULL, NULL))
            why = format_new("%s is not installed", words.item[i]);
        free(command);
    }
    list_clear(&words);
    return why;
}

/* Checks the commands of a block that is not run. */
static void check_commands(const struct block *b)
{
    int line = b->line + 1;

    for (const char *at = b->text; *at;) {
        struct text command = {0};
        int first = line;

        for (bool goes_on = true; goes_on; line++) {
            size_t n = strcspn(at, "\n");

            goes_on = n > 0 && at[n - 1] == '\\' && at[n];
            text_addn(&command, at, n - goes_on);
            at += n + (at[n] == '\n');
        }
        check_command(b->page, first, text_str(&command),
                      b->takes_long || strstr(text_str(&command), "normlab submit "));
        text_clear(&command);
    }
}

static void run_block(const struct block *b)
{
    char *path = test_path("block.sh"), *command = format_new("bash '%s' </dev/null", path),
         *script = format_new("set -eu -o pipefail\n"
                              "trap 'echo \"fails: $BASH_COMMAND\" >&2' ERR\n%s\n",
                              b->text);

    assert_int_equal(file_write(path, script, strlen(script)), 0);
    assert_runs(b->page, b->line, command, strcmp(b->mark, "needs") == 0);
    tried.run++;
    free(command);
    free(script);
    free(path);
}

static const char *without_blanks(const char *line)
{
    return line + strspn(line, " ");
}

/* Fails unless each line of the block is in that file of the repository, in
 * this order; blanks before it may differ. */
static void check_quote(const struct block *b)
{
    char *source = format_new("../%s", b->arg), *path = test_source(source),
         *file = file_read(path, &(size_t){0}, false);
    struct list have = {0}, want = {0};
    int at = 0;

    if (!file)
        fail_msg("%s:%d: there is no %s", b->page->name, b->line, b->arg);
    list_split(&have, file, "\n");
    list_split(&want, b->text, "\n");
    for (int i = 0; i < want.count; i++, at++) {
        const char *line = without_blanks(want.item[i]);

        while (at < have.count && strcmp(without_blanks(have.item[at]), line))
            at++;
        if (at >= have.count)
            fail_msg("%s:%d: '%s' is not in %s, behind the lines before it", b->page->name, b->line,
                     line, b->arg);
    }
    list_clear(&have);
    list_clear(&want);
    free(file);
    free(path);
    free(source);
}

static void write_file(const struct block *b)
{
    char *name = format_new("%s/%s", b->page->folder, b->arg), *path = test_path(name),
         *text = format_new("%s\n", b->text);

    assert_int_equal(file_write(path, text, strlen(text)), 0);
    free(text);
    free(path);
    free(name);
}

static void try_block(const struct block *b)
{
    char *why;

    if (strcmp(b->mark, "from") == 0)
        check_quote(b);
    else if (strcmp(b->mark, "file") == 0)
        write_file(b);
    else if (strcmp(b->language, "sh") == 0) {
        why = why_not(b);
        if (why) {
            print_message("%s:%d is not run: %s\n", b->page->name, b->line, why);
            check_commands(b);
        } else
            run_block(b);
        free(why);
    } else if (*b->mark || b->takes_long)
        fail_msg("%s:%d: only blocks of sh are run", b->page->name, b->line);
}

/* ---- what the text names ---- */

/* Fails unless a link of the page, as "files.md#figures", leads to a file of
 * the repository, and to a heading. */
static void check_link(const struct page *p, int line, const char *link)
{
    const char *slash = strrchr(p->name, '/'), *hash = strchr(link, '#');
    int folder = slash ? (int)(slash + 1 - p->name) : 0;
    char *file = hash == link
                     ? format_new("%s", p->name)
                     : format_new("%.*s%.*s", folder, p->name, (int)strcspn(link, "#"), link),
         *source = format_new("../%s", file), *path = test_source(source);

    if (!file_exists(path))
        fail_msg("%s:%d: there is no %s", p->name, line, file);
    if (hash) {
        struct page other = page_read(file);

        if (!page_has_anchor(&other, hash + 1))
            fail_msg("%s:%d: %s has no heading '%s'", p->name, line, file, hash + 1);
        page_clear(&other);
    }
    free(path);
    free(source);
    free(file);
}

static void check_links(const struct page *p)
{
    for (const char *at = p->prose; (at = strstr(at, "](")) != NULL; at += 2) {
        char *link = format_new("%.*s", (int)strcspn(at + 2, ")"), at + 2);

        if (!text_starts_with(link, "http"))
            check_link(p, page_line(p->prose, at), link);
        free(link);
    }
}

/* True for the path of a file or folder of the repository's sources. */
static bool is_source(const char *s)
{
    static const char *const folder[] = {"src/",   "include/", "docs/",     "scripts/",
                                         "tests/", "bench/",   "examples/", "python/"};

    for (size_t i = 0; i < sizeof folder / sizeof *folder; i++)
        if (text_starts_with(s, folder[i]))
            return s[strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0"
                               "123456789"
                               "_./-")] == '\0';
    return false;
}

/* Checks what stands between backticks: commands of normlab, and files of the
 * repository. */
static void check_spans(const struct page *p)
{
    const char *at = p->prose, *end;

    for (; (at = strchr(at, '`')); at = end + 1) {
        int line = page_line(p->prose, at);
        char *span, *source, *path;

        end = strchr(at + 1, '`');
        if (!end)
            fail_msg("%s:%d: a backtick has no other", p->name, line);
        span = format_new("%.*s", (int)(end - at - 1), at + 1);
        for (char *c = span; (c = strchr(c, '\n'));)
            *c = ' ';
        check_command(p, line, span, false);
        source = format_new("../%s", span);
        path = test_source(source);
        if (is_source(span) && !file_exists(path))
            fail_msg("%s:%d: there is no %s", p->name, line, span);
        free(path);
        free(source);
        free(span);
    }
}

/* ---- tests ---- */

static void try_page(const char *name)
{
    struct page p = page_read(name);
    char *root = test_source(".."),
         *copy = format_new("mkdir results && cp '%s'/results/*.h5 '%s'/results/*.txt results",
                            root, root),
         *compare = format_new("for f in '%s'/results/*.h5; do "
                               "cmp \"$f\" \"results/${f##*/}\" >&2 || exit 1; done",
                               root);
    const char *at = p.text;
    struct block b;

    check_links(&p);
    check_spans(&p);
    assert_int_equal(run_in_folder(p.folder, copy, NULL, NULL), 0);
    while (block_next(&p, &at, &b)) {
        try_block(&b);
        block_clear(&b);
    }
    assert_runs(&p, 1, compare, false); /* the page spoils no committed results */
    assert_int_equal(run_in_folder(p.folder, "rm -r \"$PWD\"", NULL, NULL), 0);
    tried.pages++;
    free(compare);
    free(copy);
    free(root);
    page_clear(&p);
}

static const char *const *wanted; /* pages, up to NULL; none: all */

static void test_every_page(void **state)
{
    struct list names = {0};

    (void)state;
    assert_int_equal(run_in_folder("bin",
                                   "ln -s \"$(realpath \"$NORMLAB\")\" normlab && "
                                   "ln -s /usr/bin/python3 python3 && mkdir others && "
                                   "ln -s /usr/bin/* others/ && rm -f others/gnuplot*",
                                   NULL, NULL),
                     0);
    for (int i = 0; wanted[i]; i++)
        list_add(&names, wanted[i]);
    if (!*wanted) {
        list_add(&names, "README.md");
        pages_find(&names);
    }
    for (int i = 0; i < names.count; i++)
        try_page(names.item[i]);
    assert_true(*wanted || (tried.pages >= FEWEST_PAGES && tried.run >= FEWEST_RUN &&
                            tried.commands >= FEWEST_COMMANDS));
    list_clear(&names);
}

/* The README is short, and leads to every page. */
static void test_readme(void **state)
{
    struct page p = page_read("README.md");
    struct list names = {0};

    (void)state;
    assert_true(page_line(p.text, p.text + strlen(p.text)) <= README_LINES + 1);
    pages_find(&names);
    for (int i = 0; i < names.count; i++) {
        char *link = format_new("](%s)", names.item[i]);

        assert_holds(p.text, link);
        free(link);
    }
    list_clear(&names);
    page_clear(&p);
}

/* Arguments: pages, as docs/files.md, to try alone. */
int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_page),
        cmocka_unit_test(test_readme),
    };

    (void)argc;
    wanted = (const char *const *)argv + 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}

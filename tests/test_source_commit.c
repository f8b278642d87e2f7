/* Which commit a build says it is of, and when it says that it has changes besides. */
#include "support.h"

#include "base/arena.h"
#include "base/system/file.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Runs a shell command line in the folder and fails unless it succeeds. */
static void must(const char *folder, const char *command)
{
    char *line = format_new("cd '%s' && { %s; } >/dev/null", folder, command), *err;

    if (run_command(line, NULL, &err))
        fail_msg("%s: %s", line, err);
    free(err);
    free(line);
}

#define AS_SOMEBODY "-c user.name=n -c user.email=e@example.org -c commit.gpgsign=false "

/* A checkout with a source, results and figures, all of them committed, and `ignored`. */
static char *make_checkout(const char *name)
{
    char *folder = test_path(name);

    assert_int_equal(folder_make(folder), 0);
    must(folder, "git init -q . && mkdir -p src/base results plots/x tests scripts"
                 " && echo 1 | tee src/base/a.c CMakeLists.txt plots/x/f.gp"
                 " results/x.h5 tests/t.c scripts/s.cmake README.md"
                 " && printf '/build/\\n/results/*/\\n/demo/\\n' > .gitignore"
                 " && git add -A && git " AS_SOMEBODY "commit -q -m first");
    return folder;
}

/* What a build of the folder says of itself; a new string. */
static char *commit_of(const char *folder)
{
    char *out = format_new("%s/build/commit.h", folder), *script, *line, *text, *commit;
    size_t size;

    script = test_source("../scripts/source_commit.cmake");
    line = format_new("cmake '-DOUT=%s' '-DSOURCE=%s' -P '%s'", out, folder, script);
    must(folder, line);
    text = file_read(out, &size, false);
    assert_non_null(text);
    assert_true(text_starts_with(text, "#define SOURCE_COMMIT \""));
    commit = xstrdup(text + strlen("#define SOURCE_COMMIT \""));
    commit[strcspn(commit, "\"")] = '\0';
    free(text);
    free(line);
    free(script);
    free(out);
    return commit;
}

static void assert_commit(const char *folder, const char *want, const char *after)
{
    char *got = commit_of(folder);

    if (strcmp(got, want))
        fail_msg("after '%s': %s, should be %s", after, got, want);
    free(got);
}

static bool has_git(void)
{
    return run_command("git --version >/dev/null && cmake --version >/dev/null", NULL, NULL) == 0;
}

/* Results, figures, tests and texts are made by the program and are no part of it; what it is built from is. */
static void test_what_counts_as_a_change(void **state)
{
    static const struct {
        const char *command;
        bool dirty;
    } made[] = {
        {"true", false},
        {"mkdir -p build results/x demo && touch build/a results/x/k.h5 demo/b", false},
        {"echo 2 > results/x.h5; echo 2 > plots/x/f.gp", false},
        {"touch results/new.h5 plots/x/new.svg notes", false},
        {"echo 2 > tests/t.c; echo 2 > README.md", false},
        {"touch src/base/a.c", false}, /* newer, but the same */
        {"echo 2 > src/base/a.c", true},
        {"touch src/base/new.c", true},
        {"mkdir src/more && touch src/more/new.h", true},
        {"git add -A; rm src/base/a.c", true},
        {"echo 2 > src/base/a.c; git add -A", true},
        {"echo 2 > CMakeLists.txt", true},
        {"echo 2 > scripts/s.cmake", true},
    };
    char *folder, *first, *dirty;

    (void)state;
    if (!has_git())
        skip_missing("git");
    folder = make_checkout("checkout");
    first = commit_of(folder);
    assert_int_equal(strlen(first), 12);
    dirty = format_new("%s-dirty", first);
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        must(folder, made[i].command);
        assert_commit(folder, made[i].dirty ? dirty : first, made[i].command);
        must(folder, "git reset -q --hard && git clean -q -fd");
    }
    free(dirty);
    free(first);
    free(folder);
}

/* The mark goes away with the commit, and does not come from the repository that a copy happens to lie in. */
static void test_commit_and_copies(void **state)
{
    char *folder, *first, *second, *copy;

    (void)state;
    if (!has_git())
        skip_missing("git");
    folder = make_checkout("committed");
    first = commit_of(folder);
    must(folder, "echo 2 > src/base/a.c && git " AS_SOMEBODY "commit -q -a -m second");
    second = commit_of(folder);
    assert_int_equal(strlen(second), 12);
    assert_string_not_equal(first, second);
    must(folder, "git clone -q . clone");
    copy = format_new("%s/clone", folder);
    assert_commit(copy, second, "git clone");
    must(copy, "rm -rf .git");
    assert_commit(copy, "unknown", "rm -rf .git");
    free(copy);
    free(first);
    free(second);
    free(folder);
}

/* An archive has no history, but knows its commit. */
static void test_archive(void **state)
{
    char *folder, *commit, *archive, *want;

    (void)state;
    if (!has_git())
        skip_missing("git");
    folder = make_checkout("archived");
    must(folder, "echo '$Format:%H$' > scripts/commit.txt"
                 " && echo 'scripts/commit.txt export-subst' > .gitattributes"
                 " && git add -A && git " AS_SOMEBODY "commit -q -m second"
                 " && mkdir -p build/archive && git archive HEAD | tar -x -C build/archive");
    commit = commit_of(folder);
    archive = format_new("%s/build/archive", folder);
    want = format_new("%s-archive", commit);
    assert_commit(archive, want, "git archive");
    must(folder, "cp -r . ../not_archived && rm -rf ../not_archived/.git");
    free(archive);
    archive = test_path("not_archived");
    assert_commit(archive, "unknown", "cp -r");
    free(want);
    free(archive);
    free(commit);
    free(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_counts_as_a_change),
        cmocka_unit_test(test_commit_and_copies),
        cmocka_unit_test(test_archive),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

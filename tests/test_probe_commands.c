/* Probes on the command line: a run, its resumption, merging without trial files, export, list, check, compare. */
#include "base/arena.h"
#include "base/system/file.h"
#include "base/text.h"
#include "support.h"
#include <stdlib.h>
#include <string.h>

static const char *const experiment =
    "name: inside\n"
    "version: 1\n"
    "title: inside\n"
    "question: what do probes see?\n"
    "axes: [norm, net]\n"
    "presets:\n"
    "  smoke:\n"
    "    about: quick\n"
    "    seeds: 0-1\n"
    "    common: {data: synthetic, train_count: 128, test_count: 64, epochs: 1, lr: 0.05,\n"
    "             probe: moments+shift, probe_at: 0-2-4}\n"
    "    blocks: [{norm: [none, batchnorm], net: [mlp hidden=8, mlp hidden=8x3]}]\n"
    "claims:\n"
    "- text: deviations differ\n"
    "  source: nobody\n"
    "  a: {norm: batchnorm, net: mlp hidden=8x3}\n"
    "  b: {norm: none, net: mlp hidden=8x3}\n"
    "  expect: less\n"
    "  factor: 2\n"
    "  measure: {metric: moments.pre_sd, layers: dense4, at: step 2}\n"
    "tables:\n"
    "- {title: Deviations, rows: norm, columns: net, measure: moments.pre_sd}\n";

static void write_experiment(const char *folder, const char *text)
{
    char *path = format_new("%s/%s/inside.yaml", test_folder(), folder);

    assert_int_equal(run_in_folder(folder, "true", NULL, NULL), 0);
    assert_int_equal(file_write(path, text, strlen(text)), 0);
    free(path);
}

/* What a command prints; it must succeed. */
static char *printed(const char *folder, const char *command)
{
    char *out, *err;

    if (run_in_folder(folder, command, &out, &err))
        fail_msg("%s: %s", command, err);
    free(err);
    return out;
}

static void run(const char *folder, const char *command)
{
    free(printed(folder, command));
}

#define RUN    "\"$NORMLAB\" run inside.yaml --no-plot "
#define EXPORT "\"$NORMLAB\" export inside.yaml --csv --profiles "

/* A sweep in one go, and one whose first half was merged and lost its trial files, have the same profiles. */
static void test_resume(void **state)
{
    char *whole, *halves, *first;

    (void)state;
    write_experiment("whole", experiment);
    write_experiment("halves", experiment);
    run("whole", RUN);
    run("halves", RUN "--seeds 0");
    first = printed("halves", EXPORT);
    assert_holds(first, ",done,moments,dense4,pre_sd,1,2,0.5,");
    assert_holds(first, ",done,shift,dense2,");
    run("halves", "rm -r results/inside");
    run("halves", RUN);
    whole = printed("whole", EXPORT "| sort");
    halves = printed("halves", EXPORT "| sort");
    assert_string_equal(halves, whole);
    assert_true(strlen(whole) > strlen(first));
    free(first);
    free(whole);
    free(halves);
    whole = printed("whole", "\"$NORMLAB\" compare results/inside.h5 ../halves/results/inside.h5");
    assert_true(text_starts_with(whole, "same"));
    free(whole);
    whole = printed("whole", "cat results/inside.txt");
    assert_holds(whole, "moments.pre_sd of dense4 at step 2: norm=batchnorm");
    assert_holds(whole, "mean of moments.pre_sd over the layers by norm and net; geometric mean");
    free(whole);
}

static void test_export(void **state)
{
    static const struct refusal refused[] = {
        {"inside.yaml --csv --profiles momnts", 2, "did you mean 'moments'"},
        {"inside.yaml --csv moments", 2, "a probe goes with --profiles"},
    };
    char *text;

    (void)state;
    write_experiment("export", experiment);
    run("export", RUN "--seeds 0");
    text = printed("export", EXPORT "moments");
    assert_holds(text, ",moments,");
    assert_null(strstr(text, ",shift,"));
    free(text);
    text = printed("export", "\"$NORMLAB\" export inside.yaml --json --profiles shift | head -1");
    assert_holds(text, "\"probe\": \"shift\"");
    free(text);
    text = printed("export", "\"$NORMLAB\" export inside.yaml --csv");
    assert_null(strstr(text, "moments"));
    free(text);
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        assert_command_refused("export", "\"$NORMLAB\" export ", &refused[i]);
}

/* check names the cells whose trials lack the probe. */
static void test_check(void **state)
{
    char *text = xstrdup(experiment), *out, *probe;

    (void)state;
    write_experiment("check", text);
    out = printed("check", "\"$NORMLAB\" check inside.yaml");
    assert_null(strstr(out, "has no trials"));
    free(out);
    probe = strstr(text, "probe: moments+shift");
    memcpy(probe, "probe: shift        ", 20);
    write_experiment("check", text);
    out = printed("check", "\"$NORMLAB\" check inside.yaml");
    assert_holds(out, "no trials of norm=none net=\"mlp hidden=8x3\" probe=moments, which claims");
    assert_holds(out, "no trials of probe=moments, which claims");
    free(out);
    free(text);
}

static void test_lists(void **state)
{
    char *text;

    (void)state;
    text = printed("lists", "\"$NORMLAB\" list probes");
    assert_holds(text, "moments        ");
    assert_holds(text, "    pre_sd ");
    free(text);
    text = printed("lists", "\"$NORMLAB\" list probes --json");
    assert_holds(text, "{\"name\": \"moments\"");
    assert_holds(text, "\"columns\": \"pre_mean pre_sd");
    free(text);
    text = printed("lists", "\"$NORMLAB\" list theory --names");
    assert_true(text_starts_with(text, "batchnorm_growth\n"));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_resume),
        cmocka_unit_test(test_export),
        cmocka_unit_test(test_check),
        cmocka_unit_test(test_lists),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

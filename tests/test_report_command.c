/* `normlab claims` and `normlab report` as a user calls them. */
#include "base/arena.h"
#include "base/system/file.h"
#include "base/text.h"
#include "support.h"
#include <stdlib.h>
#include <string.h>

/* A sweep of seconds, which the tests below read. They take its file for one of results: reports are of no others. */
static void run_smoke(void)
{
    assert_int_equal(
        run_in_folder("smoke",
                      "\"$NORMLAB\" run batch_size --preset smoke -q --no-plot >/dev/null && "
                      "cp results/batch_size.generated.h5 results/batch_size.h5",
                      NULL, NULL),
        0);
}

static void test_claims(void **state)
{
    char *out;

    (void)state;
    run_smoke();
    assert_int_equal(run_in_folder("smoke", "\"$NORMLAB\" claims", &out, NULL), 0);
    assert_holds(out, "supported: BatchNorm cannot train a dense layer on a batch of one [N1 N2]");
    assert_holds(out, "      2 of 2 trials refused\n");
    assert_holds(out,
                 "      normlab run batch_size --preset smoke panel=mlp norm=batchnorm batch=1\n");
    assert_holds(out, "  not run: ");
    free(out);
    assert_int_equal(run_in_folder("smoke", "\"$NORMLAB\" claims batch_size --json", &out, NULL),
                     0);
    assert_holds(out, "\"verdict\": \"supported\"");
    assert_null(strstr(out, "landscape"));
    free(out);
}

static void test_report(void **state)
{
    char *out, *err;

    (void)state;
    run_smoke();
    assert_int_equal(
        run_in_folder("smoke", "rm -f results/batch_size.txt; \"$NORMLAB\" report", &out, &err), 0);
    assert_string_equal(err, "");
    assert_holds(out, "./results/report.html\n./results/report/report.tex\n");
    assert_true(is_there("smoke", "results/report.html"));
    assert_true(is_there("smoke", "results/report/batch_size.html"));
    assert_true(is_there("smoke", "results/batch_size.txt"));
    assert_true(is_there("smoke", "results/report/batch_size_verdicts.tex"));
    assert_true(is_there("smoke", "plots/batch_size/error.svg"));
    free(out);
    free(err);
    /* Without gnuplot: the words, and one warning. */
    assert_int_equal(
        run_in_folder("smoke", "PATH=/nonexistent \"$NORMLAB\" report batch_size", &out, &err), 0);
    assert_holds(err, "no gnuplot in PATH: the report has no figures");
    free(out);
    free(err);
}

/* A report of some experiments has their titles, and no rows that they do not ask about. */
static void test_report_of_one(void **state)
{
    char *page;

    (void)state;
    run_smoke();
    assert_int_equal(
        run_in_folder("smoke",
                      "\"$NORMLAB\" run bias --preset smoke -q --no-plot >/dev/null && "
                      "cp results/bias.generated.h5 results/bias.h5 && "
                      "\"$NORMLAB\" report batch_size >/dev/null",
                      NULL, NULL),
        0);
    page = read_in_folder("smoke", "results/report.html");
    assert_holds(page, "<h1>batch-size sensitivity of the norms</h1>");
    assert_holds(page, " in 1 experiment, on synthetic; ");
    assert_holds(page, "<li id=\"batch-one\">");
    assert_holds(page, "<p class=\"answer\">Set-up refuses 2 of 2 trainings of a dense layer with "
                       "BatchNorm on a batch of one.</p>");
    assert_holds(page, "<dt>N1</dt><dd>Batch normalization with Keras</dd>");
    assert_null(strstr(page, "<li id=\"bias\">"));
    assert_null(strstr(page, "<li id=\"depth\">"));
    free(page);
    assert_int_equal(
        run_in_folder("smoke", "\"$NORMLAB\" report >/dev/null && rm results/bias.h5", NULL, NULL),
        0);
    page = read_in_folder("smoke", "results/report.html");
    assert_holds(page, "<h1>batch-size sensitivity of the norms; ");
    assert_holds(page, "<li id=\"bias\">");
    assert_null(strstr(page, "<li id=\"depth\">"));
    free(page);
}

/* A net of the user's own, in a panel that the user names: it is shown and called so, the claims about other nets are not
 * judged on it, and the report says what was overridden. */
static void test_report_of_an_own_net(void **state)
{
    char *page;

    (void)state;
    assert_int_equal(
        run_in_folder("own",
                      "\"$NORMLAB\" run batch_size --preset smoke panel=mine "
                      "net='mlp hidden=8' norm=none,batchnorm batch=2 -q --no-plot >/dev/null && "
                      "cp results/batch_size.generated.h5 results/batch_size.h5 && "
                      "\"$NORMLAB\" report >/dev/null",
                      NULL, NULL),
        0);
    page = read_in_folder("own", "results/report.html");
    assert_holds(page, ">4 trainings in 1 experiment, on synthetic; mlp, ");
    assert_holds(page, "Other settings than those of preset smoke: ");
    assert_holds(page, "net=mlp hidden=8 instead of ");
    assert_null(strstr(page, "class=\"v supported\""));
    assert_null(strstr(page, "class=\"v refuted\""));
    free(page);
    page = read_in_folder("own", "results/report/batch_size.html");
    assert_holds(page, ">Test error, mine</summary>");
    assert_null(strstr(page, ", mlp</summary>"));
    assert_null(strstr(page, "class=\"v supported\""));
    free(page);
}

static void test_wrong_arguments(void **state)
{
    static const struct refusal cases[] = {
        {"\"$NORMLAB\" claims batch_sise", 2, "did you mean 'batch_size'?"},
        {"\"$NORMLAB\" claims batch_size depth", 2, "takes one experiment"},
        {"\"$NORMLAB\" claims --out nowhere", 1, "nowhere does not exist"},
        {"\"$NORMLAB\" report batch_sise", 2, "did you mean 'batch_size'?"},
        {"\"$NORMLAB\" report --paper", 2, "unknown option --paper"},
        {"\"$NORMLAB\" report", 1, "results has no results of any experiment"},
        {"\"$NORMLAB\" report depth --out ../smoke", 1, "has no results of these experiments"},
        {"mkdir -p other/results && cp ../smoke/results/batch_size.h5 other/results/bias.h5 && "
         "\"$NORMLAB\" report --out other",
         1, "holds results of batch_size"},
        {"mkdir -p cut/results && head -c 20000 ../smoke/results/batch_size.h5 > cut/results/batch_size.h5 && "
         "\"$NORMLAB\" report --out cut",
         1, "cut/results/batch_size.h5"},
    };

    (void)state;
    run_smoke();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_command_refused("wrong", "", &cases[i]);
    assert_false(is_there("wrong", "results/report.html"));
    assert_false(is_there("wrong/other", "results/report.html"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_claims),          cmocka_unit_test(test_report),
        cmocka_unit_test(test_report_of_one),   cmocka_unit_test(test_report_of_an_own_net),
        cmocka_unit_test(test_wrong_arguments),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The binary as a user meets it: a sweep from command to figure, arguments that are wrong, resume.
 */
#include "base/system/file.h"
#include "base/text.h"
#include "kernels/brgemm.h"
#include "layers/norms/norm.h"
#include "sweeps.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static void test_smoke_sweep(void **state)
{
    static const char *const files[] = {
        "results/batch_size.generated.h5",
        "plots/batch_size.generated/error.gp",
        "plots/batch_size.generated/error.csv",
        "plots/batch_size.generated/error.svg",
        "plots/batch_size.generated/error.pdf",
        "plots/batch_size.generated/error.png",
        "plots/batch_size.generated/group_elements.svg",
    };
    char *out, *err;

    (void)state;
    assert_int_equal(
        run_in_folder("one", "\"$NORMLAB\" run batch_size --preset smoke -j1", &out, &err), 0);
    assert_holds(out, "Test error, mlp");
    assert_holds(out, "refused");
    assert_holds(out, "2 of 2 trials refused");
    assert_holds(out, " hours of trials; training steps are ");
    assert_holds(err, "32 finished now, 0 before, 0 failed");
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char *path = format_new("%s/one/%s", test_folder(), files[i]), *data;
        size_t size = 0;

        data = file_read(path, &size, true);
        if (!data || size == 0)
            fail_msg("no %s", files[i]);
        free(data);
        free(path);
    }
    free(out);
    free(err);
}

static void test_workers_do_not_matter(void **state)
{
    struct results one, four;

    (void)state;
    assert_int_equal(run_in_folder("four",
                                   "\"$NORMLAB\" run batch_size --preset smoke -j4 --no-plot", NULL,
                                   NULL),
                     0);
    one = sweep_results("one");
    four = sweep_results("four");
    assert_int_equal(one.records, 32);
    assert_same_results(&four, &one, false);
    results_clear(&one);
    results_clear(&four);
}

static void test_resume(void **state)
{
    char *out, *err;

    (void)state;
    assert_int_equal(
        run_in_folder("one", "\"$NORMLAB\" run batch_size --preset smoke --no-plot", &out, &err),
        0);
    assert_holds(err, "0 finished now, 32 before, 0 failed");
    free(out);
    free(err);
    assert_int_equal(
        run_in_folder("one", "\"$NORMLAB\" status batch_size --preset smoke", &out, NULL), 0);
    assert_holds(out, "smoke      32     32      0      0");
    free(out);
    assert_int_equal(
        run_in_folder("one", "\"$NORMLAB\" run batch_size --preset smoke -n --seeds 9", &out, NULL),
        0);
    assert_holds(out, "to do");
    free(out);
}

static void test_plot_and_export(void **state)
{
    char *out, *err;

    (void)state;
    assert_int_equal(
        run_in_folder("one", "\"$NORMLAB\" plot batch_size --preset smoke", &out, NULL), 0);
    assert_holds(out, "error.{svg,pdf,png,gp,csv}");
    free(out);
    assert_int_equal(
        run_in_folder("one", "\"$NORMLAB\" plot batch_size --preset smoke --term", &out, NULL), 0);
    assert_holds(out, "Test error against batch size");
    free(out);
    assert_int_equal(
        run_in_folder("one", "\"$NORMLAB\" export batch_size --preset smoke --csv", &out, NULL), 0);
    assert_holds(out, "experiment,key,panel,net,norm,batch,seed,status,metric,unit,epoch,value");
    free(out);
    assert_int_equal(
        run_in_folder("one", "\"$NORMLAB\" export batch_size --preset smoke --json", &out, NULL),
        0);
    assert_holds(out, "\"norm\"");
    free(out);
    assert_int_equal(run_in_folder("none", "\"$NORMLAB\" plot batch_size", NULL, &err), 1);
    assert_holds(err, "results/batch_size.h5");
    free(err);
    /* Figures are not possible without gnuplot, results are. */
    assert_int_equal(
        run_in_folder("bare",
                      "PATH=/nonexistent \"$NORMLAB\" run batch_size --preset smoke panel=mlp "
                      "norm=none batch=16 -q",
                      &out, &err),
        0);
    assert_holds(err, "gnuplot");
    free(out);
    free(err);
}

static void test_wrong_arguments(void **state)
{
    static const struct refusal cases[] = {
        {"\"$NORMLAB\" frobnicate", 2, "unknown command 'frobnicate'"},
        {"\"$NORMLAB\" rum", 2, "did you mean 'run'?"},
        {"\"$NORMLAB\" run", 2, "which experiment?"},
        {"\"$NORMLAB\" run batchsize", 2, "did you mean 'batch_size'?"},
        {"\"$NORMLAB\" run batch_size --preset big", 2, "unknown preset 'big'"},
        {"\"$NORMLAB\" run batch_size --prest demo", 2, "did you mean --preset?"},
        {"\"$NORMLAB\" run batch_size --jobs", 2, "--jobs needs a value"},
        {"\"$NORMLAB\" run batch_size -j0", 2, "should be a whole number"},
        {"\"$NORMLAB\" run batch_size bacth=2", 2, "did you mean 'batch'?"},
        {"\"$NORMLAB\" run batch_size --seeds x", 2, "seeds 'x'"},
        {"\"$NORMLAB\" run batch_size net=resent --preset smoke", 2, "did you mean 'resnet'?"},
        {"\"$NORMLAB\" trial norm=batchnrm", 2, "did you mean 'batchnorm'?"},
        {"\"$NORMLAB\" trial norm=none data=mnits", 1, "mnits"},
        {"\"$NORMLAB\" trial net='conv2d 4; dense 10' data=synthetic", 1, "its output is"},
        {"\"$NORMLAB\" run batch_size preset=demo", 2,
         "preset=demo is an option: write --preset=demo"},
        {"\"$NORMLAB\" run batch_size batch=2 batch=4", 2, "batch is given twice"},
        {"\"$NORMLAB\" run batch_size --preset demo --preset=paper", 2, "--preset is given twice"},
        {"\"$NORMLAB\" run batch_size --term --no-plot", 2, "--term goes with none of"},
        {"\"$NORMLAB\" trial data=synthetic --file nowhere/t.h5", 1,
         "cannot write to the folder nowhere"},
        {"\"$NORMLAB\" trial data=synthetic --file .", 1, "is a folder"},
        {"\"$NORMLAB\" trial norm", 2, "should be KEY=VALUE"},
        {"\"$NORMLAB\" export batch_size", 2, "give one of --csv, --json and --mlflow FOLDER"},
        {"\"$NORMLAB\" summary", 2, "which net?"},
        {"\"$NORMLAB\" summary 'conv2d 4; relu' --input 3x", 2, "should be HxWxC"},
        {"\"$NORMLAB\" summary transformer norm=none --tokens -3", 2,
         "--tokens -3: should be a whole number from 1"},
        {"\"$NORMLAB\" list things", 2, "unknown list 'things'"},
        {"\"$NORMLAB\" list --names", 2, "takes one of experiments, layers"},
        {"\"$NORMLAB\" list data --names --json", 2, "not both"},
        {"\"$NORMLAB\" apply relu missing.h5 out.h5", 1, "missing.h5"},
        {"\"$NORMLAB\" apply relu", 2, "takes"},
        {"\"$NORMLAB\" run batch_size --preset smoke -q --out /proc/nowhere", 1, "/proc/nowhere"},
        {"\"$NORMLAB\" run cost --preset smoke -j2", 2, "one at a time: leave out --jobs"},
        {"NORMLAB_DATA=/nonexistent XDG_DATA_HOME=/nonexistent \"$NORMLAB\" trial norm=none "
         "data=cifar10",
         1, "cifar10"},
        {"\"$NORMLAB\" list layers >/dev/full", 1, "standard output"},
        {"NORMLAB_ISA=bogus \"$NORMLAB\" list layers", 2, "NORMLAB_ISA=bogus"},
        {"NORMLAB_ISA=bogus \"$NORMLAB\" --version", 2, "unset it, or take one of"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_command_refused("wrong", "", &cases[i]);
}

/* A trial prints only columns that have values; a refused or diverged one has an exit code of its own. */
static void test_trial_table(void **state)
{
    static const char *const head = "  epoch  train_loss  train_error  test_loss  test_error  "
                                    "grad_norm  step_ms\n";
    char *out;

    (void)state;
    assert_int_equal(
        run_in_folder("table", "\"$NORMLAB\" trial data=synthetic epochs=1", &out, NULL), 0);
    assert_true(text_starts_with(out, head));
    assert_null(strstr(out, "nan"));
    free(out);
    assert_int_equal(run_in_folder("table",
                                   "\"$NORMLAB\" trial data=synthetic epochs=1 val_fraction=0.1",
                                   &out, NULL),
                     0);
    assert_holds(out, "train_error  val_error  test_loss");
    free(out);
    assert_int_equal(run_in_folder("table",
                                   "\"$NORMLAB\" trial data=synthetic train_count=65 batch=32",
                                   &out, NULL),
                     5);
    assert_holds(out, "refused: ");
    assert_holds(out,
                 "65 samples leave a last batch of 1 in each epoch, which drop_last=1 leaves out");
    assert_null(strstr(out, "nan"));
    free(out);
    /* with one position it is refused for any batch */
    assert_int_equal(run_in_folder("table",
                                   "\"$NORMLAB\" trial data=synthetic train_count=65 batch=32 "
                                   "net='mlp hidden=8' norm=instancenorm",
                                   &out, NULL),
                     5);
    assert_holds(out, "refused: ");
    assert_null(strstr(out, "drop_last"));
    free(out);
    assert_int_equal(
        run_in_folder("table", "\"$NORMLAB\" trial data=synthetic norm=none lr=1e6 -q", &out, NULL),
        6);
    assert_string_equal(out, "");
    free(out);
}

/* The command that `run -n --json` gives for a trial, pasted into a shell, has the trial's result to the last bit. */
static void test_command_of_trial(void **state)
{
    char *out;

    (void)state;
    assert_int_equal(
        run_in_folder(
            "paste",
            "\"$NORMLAB\" run batch_size --preset smoke --seeds 0 panel=resnet batch=16 "
            "norm='groupnorm groups=4' -q --no-plot >/dev/null && "
            "PATH=\"$(dirname \"$NORMLAB\"):$PATH\" && command=$(normlab run batch_size "
            "--preset smoke --seeds 0 panel=resnet batch=16 norm='groupnorm groups=4' -n "
            "--json | sed -n 's/.*\"command\": \"\\(.*\\)\"}.*/\\1/p' | sed 's/\\\\\"/\"/g') && "
            "eval \"$command --experiment batch_size --file own.h5 -q\" && "
            "normlab compare own.h5 results/batch_size.generated/*.h5 | head -1",
            &out, NULL),
        0);
    assert_true(text_starts_with(out, "same"));
    free(out);
}

static void test_version(void **state)
{
    char *out;

    (void)state;
    assert_int_equal(run_in_folder("wrong", "\"$NORMLAB\" --version", &out, NULL), 0);
    assert_holds(out, "hdf5");
    assert_holds(out, "OpenBLAS");
    free(out);
}

/* One name a line and nothing else, in every list. */
static void test_names(void **state)
{
    static const char *const lists[][2] = {
        {"experiments", "batch_size"}, {"layers", "groupnorm"},   {"nets", "resnet"},
        {"data", "fashion-mnist"},     {"metrics", "test_error"}, {"keys", "lr_ref_batch"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        char *command = format_new("\"$NORMLAB\" list %s --names", lists[i][0]), *out,
             *line = format_new("\n%s\n", lists[i][1]), *all;

        assert_int_equal(run_in_folder("wrong", command, &out, NULL), 0);
        all = format_new("\n%s", out);
        assert_holds(all, line);
        assert_null(strchr(out, ' '));
        assert_null(strstr(all, "\n\n"));
        free(all);
        free(line);
        free(out);
        free(command);
    }
}

/* Each norm is listed under the heading that says whether it shares the engine's passes, each other layer under the
 * last. */
static void test_layers_in_groups(void **state)
{
    static const char *const headings[] = {"norms, for ${norm}, which share their fast passes\n",
                                           "\nnorms, for ${norm}, with passes of their own",
                                           "\nother layers\n"};
    char *out, *json;
    const char *at[4];

    (void)state;
    assert_int_equal(run_in_folder("wrong", "\"$NORMLAB\" list layers", &out, NULL), 0);
    assert_int_equal(run_in_folder("wrong", "\"$NORMLAB\" list layers --json", &json, NULL), 0);
    for (int g = 0; g < 3; g++) {
        at[g] = strstr(out, headings[g]);
        assert_non_null(at[g]);
    }
    at[3] = out + strlen(out);
    for (int i = 0; layer_types[i]; i++) {
        const struct layer_type *t = layer_types[i];
        int group = !t->is_norm ? 2 : t->backward != norm_backward;
        char *line = format_new("\n%s ", t->name),
             *object = format_new("{\"name\": \"%s\"", t->name),
             *fields = format_new("\"group\": \"%s\"}", group == 0 ? "norm\", \"passes\": \"shared"
                                                        : group == 1 ? "norm\", \"passes\": \"own"
                                                                     : "layer");
        const char *found = strstr(out, line), *in_json = strstr(json, object);

        assert_true(found && found >= at[group] && found < at[group + 1]);
        assert_non_null(in_json);
        assert_true(strstr(in_json, fields) && strchr(in_json, '}') > strstr(in_json, fields));
        free(line);
        free(object);
        free(fields);
    }
    free(out);
    free(json);
}

static void test_lists_and_summary(void **state)
{
    char *out, *numbers;

    (void)state;
    assert_int_equal(run_in_folder("wrong", "\"$NORMLAB\" list", &out, NULL), 0);
    assert_holds(out, "groupnorm");
    assert_holds(out, "lr_ref_batch");
    free(out);
    assert_int_equal(run_in_folder("wrong", "\"$NORMLAB\" list data --json", &out, NULL), 0);
    assert_holds(out, "\"name\": \"synthetic\"");
    free(out);
    assert_int_equal(run_in_folder("wrong",
                                   "\"$NORMLAB\" summary 'dense 128; batchnorm' --input 784", &out,
                                   NULL),
                     0);
    assert_holds(out, "norm1");
    numbers = format_new("256           256 %10zu", 512 * sizeof(real));
    assert_holds(out, numbers); /* trainable, non-trainable, bytes */
    free(numbers);
    free(out);
    assert_int_equal(
        run_in_folder("wrong",
                      "\"$NORMLAB\" summary transformer norm=none --tokens 20000 --input 50", &out,
                      NULL),
        0);
    assert_holds(out, "embedding1               embedding              50x64           1280000");
    free(out);
}

/* doctor says which kernels run; NORMLAB_ISA overrules the CPU, and a result records it. */
static void test_kernels_by_name(void **state)
{
    char *out;

    (void)state;
    for (int i = 0; kernels_all[i]; i++) {
        const char *name = kernels_all[i]->name;
        char *line, *want;

        if (!kernels_runnable(kernels_all[i]))
            continue;
        line = format_new("NORMLAB_ISA=%s \"$NORMLAB\" doctor --json; test $? -le 1", name);
        assert_int_equal(run_in_folder("wrong", line, &out, NULL), 0);
        want = format_new("\"name\": \"table\", \"value\": \"%s\"", name);
        assert_holds(out, want);
        free(want);
        want = format_new("\"name\": \"isa\", \"value\": \"%s\"", name);
        assert_holds(out, want);
        assert_holds(out, brgemm_serves(kernels_all[i]) ? "serves these kernels" : "the BLAS");
        free(want);
        free(out);
        free(line);
    }
    assert_int_equal(run_in_folder("wrong",
                                   "NORMLAB_ISA=plain \"$NORMLAB\" trial norm=none data=synthetic "
                                   "net=mlp epochs=1 --file plain.h5 && h5dump -a isa plain.h5",
                                   &out, NULL),
                     0);
    assert_holds(out, "\"plain\"");
    free(out);
}

/* What is wrong with a trial is found before any runs: one line, nothing recorded. */
static void test_checked_before_running(void **state)
{
    static const char *const bad[][2] = {
        {"norm=none,\"groupnorm groups=7\"", "groups=7 does not divide the 128 channels"},
        {"norm=none train_count=99999", "train_count=99999: synthetic has"},
        {"norm=none data=cifr10", "cifr10"},
        {"norm=none net=\"dense 3\"", "unknown key 'norm'"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char *err,
            *command = format_new("\"$NORMLAB\" run batch_size --preset smoke panel=mlp batch=16 "
                                  "%s --seeds 0 --no-plot",
                                  bad[i][0]);
        int code = run_in_folder("checked", command, NULL, &err);

        assert_true(code == 1 || code == 2);
        assert_holds(err, bad[i][1]);
        assert_ptr_equal(strchr(err, '\n'), err + strlen(err) - 1);
        assert_int_equal(run_in_folder("checked", "ls results", NULL, NULL), 2);
        free(err);
        free(command);
    }
}

#define WIDE                                                                                                                    \
    "run batch_size --preset smoke panel=mlp batch=32 norm=none train_count=64 test_count=32 epochs=1 net='mlp hidden=4','mlp " \
    "hidden=3500-3500' --seeds 0 --no-plot -j1"

/* Lack of memory is no fault of the trial: it leaves nothing, and the same command runs the trial when there is memory. */
static void test_lack_of_memory(void **state)
{
    char *err;

#ifdef __SANITIZE_ADDRESS__
    skip_because("the sanitizer needs all of the address space");
#endif
    (void)state;
    assert_int_equal(run_in_folder("lack", "ulimit -v 410000; \"$NORMLAB\" " WIDE, NULL, &err), 3);
    assert_holds(err, "seed=0: no memory for");
    assert_holds(err, "; the next run tries it again\n");
    assert_holds(err, "1 finished now, 0 before, 1 failed");
    free(err);
    assert_int_equal(count_named("lack", "*.failed") + count_named("lack", "*.lease*"), 0);
    assert_int_equal(run_in_folder("lack", "\"$NORMLAB\" " WIDE, NULL, &err), 0);
    assert_holds(err, "1 finished now, 1 before, 0 failed");
    free(err);
}

/* A wrong configuration, which shows when the trial is set up: kept with its message, exit code 3, run again only when
 * asked. */
static void test_failed_trials(void **state)
{
#define SMALL_TRAINING                                                                             \
    "run batch_size --preset smoke panel=mlp batch=32 norm=none val_fraction=0,0.9 --seeds 0 --no-plot -j1"
    char *err;

    (void)state;
    assert_int_equal(run_in_folder("failed", "\"$NORMLAB\" " SMALL_TRAINING, NULL, &err), 3);
    assert_holds(err, "make no batch of 32");
    assert_holds(err, "1 finished now, 0 before, 1 failed");
    free(err);
    assert_int_equal(
        run_in_folder("failed", "grep -q 'make no batch' results/*/*.failed", NULL, NULL), 0);
    assert_int_equal(run_in_folder("failed", "\"$NORMLAB\" " SMALL_TRAINING, NULL, &err), 3);
    assert_holds(err, "--retry-failed");
    assert_holds(err, "0 finished now");
    free(err);
    assert_int_equal(
        run_in_folder("failed", "\"$NORMLAB\" " SMALL_TRAINING " --retry-failed", NULL, &err), 3);
    assert_holds(err, "make no batch of 32");
    free(err);
}

/* A trial's file that is damaged, or another trial's, is run again and said so. */
static void test_damaged_files_are_run_again(void **state)
{
    struct results before, after;
    char *err;

    (void)state;
    before = sweep_results("four");
    assert_int_equal(
        run_in_folder(
            "four",
            "cd results/batch_size.generated && set -- *.h5 && head -c 100 $1 > x && mv x $1 "
            "&& cp $2 $3",
            NULL, NULL),
        0);
    assert_int_equal(
        run_in_folder("four", "\"$NORMLAB\" run batch_size --preset smoke --no-plot", NULL, &err),
        0);
    assert_holds(err, "2 finished now, 30 before, 0 failed");
    assert_holds(err, "that trial is run again");
    assert_holds(err, "holds trial");
    after = sweep_results("four");
    assert_same_results(&after, &before, false);
    results_clear(&before);
    results_clear(&after);
    free(err);
}

#ifndef __SANITIZE_ADDRESS__
/* What `cmake --install` puts down is all there, and runs. */
static void test_installed_programs(void **state)
{
    char *err;

    (void)state;
    if (run_in_folder("installed",
                      "cmake --install \"$TEST_BUILD\" --prefix \"$PWD/prefix\" >/dev/null && "
                      "for p in prefix/bin/*; do $p --version >/dev/null || exit; done",
                      NULL, &err))
        fail_msg("cmake --install: %s", err);
    free(err);
}
#endif

/* A signal of a crash that another process sends ends the command at once. */
static void test_sent_crash(void **state)
{
    (void)state;
    assert_int_equal(run_in_folder("sent",
                                   "ulimit -c 0; timeout -s ABRT -k 5 0.5 \"$NORMLAB\" trial "
                                   "data=synthetic epochs=100000 -q",
                                   NULL, NULL),
                     124); /* 137 when timeout also had to send SIGKILL */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_smoke_sweep),
        cmocka_unit_test(test_workers_do_not_matter),
        cmocka_unit_test(test_resume),
        cmocka_unit_test(test_plot_and_export),
        cmocka_unit_test(test_wrong_arguments),
        cmocka_unit_test(test_trial_table),
        cmocka_unit_test(test_command_of_trial),
        cmocka_unit_test(test_version),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_layers_in_groups),
        cmocka_unit_test(test_lists_and_summary),
        cmocka_unit_test(test_kernels_by_name),
        cmocka_unit_test(test_lack_of_memory),
        cmocka_unit_test(test_failed_trials),
        cmocka_unit_test(test_sent_crash),
        cmocka_unit_test(test_checked_before_running),
        cmocka_unit_test(test_damaged_files_are_run_again),
#ifndef __SANITIZE_ADDRESS__
        cmocka_unit_test(test_installed_programs),
#endif
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

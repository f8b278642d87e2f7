#include "base/error.h"
#include "base/system/process.h"
#include "cli/command.h"
#include "cli/listing.h"
#include "tools/bench.h"
#include <stdio.h>
#include <string.h>

/* The names of the benchmarks, and their functions in the same order. NULL stands for train, which bench_train()
 * runs, because it also needs a trial's configuration. */
static const char *const names[] = {"norms", "gemm", "conv", "train", NULL};
static bench_layers *const benches[] = {bench_norms, bench_gemm, bench_conv, NULL};

static void print_header(struct listing *l, const char *unit)
{
    bool bytes = strcmp(unit, "gb_s") == 0;

    listing_heading(l, "work", -42);
    listing_heading(l, "shape", -14);
    listing_heading(l, "min ms", 10);
    listing_heading(l, "median ms", 10);
    listing_heading(l, "image ms", 10);
    listing_heading(l, bytes ? "GB/s" : "GFLOP/s", 9);
    listing_heading(l, "bound", 9);
    listing_heading(l, "bound ms", 9);
    listing_heading(l, "fraction", 9);
    listing_headings_end(l);
}

static void print_bound(struct listing *l, const struct bench_row *row, double rate)
{
    char name[32];

    snprintf(name, sizeof name, "bound_%s", row->unit);
    listing_number(l, name, row->bound / 1e9, 9, 2);
    listing_number(l, "bound_ms", 1e3 * row->amount / row->bound, 9, 4);
    listing_number(l, "fraction", rate / row->bound, 9, 3);
}

static void print_row(void *context, const struct bench_row *row)
{
    struct listing *l = context;
    double rate = row->amount / row->time.median_s;

    if (l->lines == 0)
        print_header(l, row->unit);
    listing_line(l);
    listing_text(l, "work", row->work, 42);
    listing_text(l, "shape", row->shape, 14);
    listing_number(l, "min_ms", 1e3 * row->time.min_s, 10, 4);
    listing_number(l, "median_ms", 1e3 * row->time.median_s, 10, 4);
    listing_number(l, "image_ms", 1e3 * row->time.median_s / row->images, 10, 5);
    listing_number(l, row->unit, rate / 1e9, 9, 2);
    if (row->bound > 0)
        print_bound(l, row, rate);
    if (l->json) {
        listing_number(l, "images", row->images, 0, 0);
        listing_number(l, "calls", (double)row->time.calls, 0, 0);
        listing_number(l, "peak_bytes", process_peak_bytes(), 0, 0);
    }
    listing_line_end(l);
    fflush(stdout);
}

static void print_part_header(struct listing *l, bool layers)
{
    if (layers && listing_is_table(l))
        printf("\n");
    listing_heading(l, layers ? "layer" : "part", -24);
    listing_heading(l, layers ? "kind" : "", -12);
    listing_heading(l, layers ? "type" : "", -22);
    listing_heading(l, "forward ms", 10);
    listing_heading(l, "backward ms", 11);
    listing_heading(l, "ms", 9);
    listing_heading(l, "share", 7);
    listing_heading(l, "bound ms", 9);
    listing_heading(l, "fraction", 8);
    listing_headings_end(l);
}

/* Prints a line of the profile of a training step. The step and its parts come first, of which `rest` is the last; then
 * come the layers, below a heading of their own. */
static void print_part(void *context, const struct bench_part *p)
{
    struct listing *l = context;
    bool step = strcmp(p->name, "step") == 0;

    if (l->lines == 0)
        print_part_header(l, false);
    listing_line(l);
    listing_text(l, "name", p->name, 24);
    listing_text(l, "kind", p->kind ? p->kind : step ? "step" : "part", 12);
    listing_text(l, "type", p->type, 22);
    listing_number(l, "forward_ms", p->forward_ms, 10, 4);
    listing_number(l, "backward_ms", p->backward_ms, 11, 4);
    listing_number(l, "ms", p->ms, 9, 4);
    listing_number(l, "share", p->share, 7, 3);
    listing_number(l, "bound_ms", p->bound_ms, 9, 4);
    listing_number(l, "fraction", p->bound_ms / p->ms, 8, 3);
    listing_line_end(l);
    if (strcmp(p->name, "rest") == 0 && !p->kind)
        print_part_header(l, true);
}

/* Returns the index of a benchmark in `names`. Prints a usage error and exits when the name is unknown. */
static int find_bench(const char *name)
{
    for (int i = 0; names[i]; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    die_unknown("bench", "benchmark", name, names, "; should be norms, gemm, conv or train");
}

static int run(int argc, char **argv)
{
    struct bench_plan plan = {.seconds = 0.5, .repeat = 7};
    struct listing l = {0};
    struct config config = {0};
    const char *dump = NULL;
    bool profile = false;
    int steps = 0;
    const struct flag flags[] = {
        {"--seconds", NULL, FLAG_SECONDS, &plan.seconds},
        {"--repeat", NULL, FLAG_INT, &plan.repeat},
        {"--steps", NULL, FLAG_COUNT, &steps},
        {"--dump", NULL, FLAG_TEXT, &dump},
        {"--profile", NULL, FLAG_BOOL, &profile},
        {"--json", NULL, FLAG_BOOL, &l.json},
        {0},
    };
    int words =
        parse_arguments(argc, argv, flags, 1, ANY_NUMBER, "which one: norms, gemm, conv or train?");
    bench_layers *layers = benches[find_bench(argv[1])];
    int bad;

    if (layers && (steps || dump || profile))
        die_usage("bench", "%s is an option of bench train",
                  steps  ? "--steps"
                  : dump ? "--dump"
                         : "--profile");
    if (dump && profile)
        die_usage("bench", "--dump and --profile exclude each other; give one");
    if (layers && words > 1)
        die_usage("bench", "%s takes no argument, not '%s'", argv[1], argv[2]);
    if (!layers)
        parse_trial(&config, argv + 2, words - 1);
    bad = dump      ? bench_dump(&config, steps, dump)
          : layers  ? layers(&plan, print_row, &l)
          : profile ? bench_profile(&plan, &config, steps, print_part, &l)
                    : bench_train(&plan, &config, steps, print_row, &l);
    if (!dump && (!bad || l.lines > 0))
        listing_end(&l);
    if (!dump && !profile && !bad && !layers && !l.json)
        printf("peak %.0f MiB\n", process_peak_bytes() / 0x1p20);
    config_clear(&config);
    return bad ? EXIT_FAILED : EXIT_DONE;
}

const struct command command_bench = {
    "bench",
    "measure the time of norms, matrix products, convolutions or training steps",
    "usage: normlab bench norms|gemm|conv [OPTION]...\n"
    "       normlab bench train [KEY=VALUE]... [OPTION]...\n\n"
    "norms   forward + backward in training mode. The bound is the bandwidth of a copy of an array of the\n"
    "        same size, for the passes over the array that cannot be avoided (batchnorm 8, others 5)\n"
    "gemm    matrix products of dense layers. The bound is the rate of gemm on 2048x2048 matrices\n"
    "conv    3x3 convolutions of ResNet-20 at batch 32, with the same bound, which they may exceed\n"
    "train   steps of a trial, with the assembly of the batch and the update; keys as for normlab trial\n\n"
    "Everything runs on one core, except for train with threads=K. Printed are the minimum and the median\n"
    "time of a call, the median time of an image or sequence, the rate at the median, the bound, which is\n"
    "measured in the same run, and the fraction of it that is reached; for train the peak memory.\n\n"
    "  --seconds S      time for the samples of a row; a sample takes at least 0.02 s [0.5]\n"
    "  --repeat R       number of samples [7]\n"
    "  --steps N        train: steps in a sample [as many as fill its time]\n"
    "  --dump FILE.h5   train: measure nothing; write the initial values, the data, its order and the\n"
    "                   losses of the first steps (50, or N), by which another program can do the same\n"
    "                   work (bench/peers)\n"
    "  --profile        train: where the time of a step goes, by parts and by layers: time (median over the\n"
    "                   steps), share of the step, bound, and fraction of the bound that is reached.\n"
    "                   Products are bound by the rate of gemm, or by bandwidth where that takes longer; a\n"
    "                   kernel that needs fewer operations may exceed it. All else is bound by the\n"
    "                   bandwidth of a copy of an array of the same size\n"
    "  --json           as JSON\n\n"
    "example: normlab bench train net=\"resnet depth=8 width=16\" norm=batchnorm data=synthetic-rgb\n",
    run,
};

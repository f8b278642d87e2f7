#include "base/error.h"
#include "base/number.h"
#include "base/system/process.h"
#include "cli/command.h"
#include "cli/listing.h"
#include "tools/bench.h"
#include "train/trial.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name;
    int (*run)(const struct bench_plan *plan, bench_report *report,
               void *context); /* NULL: train */
} benches[] = {
    {"norms", bench_norms}, {"gemm", bench_gemm}, {"conv", bench_conv}, {"train", NULL}, {0}};

struct request {
    int bench; /* in benches */
    struct bench_plan plan;
    int steps;
    const char *dump;
    struct config config;
};

/* ---- output ---- */

static void print_header(const char *unit)
{
    bool bytes = strcmp(unit, "gb_s") == 0;

    printf("%-42s %-14s %10s %10s %10s %9s %9s %9s %9s\n", "work", "shape", "min ms", "median ms",
           "image ms", bytes ? "GB/s" : "GFLOP/s", "bound", "bound ms", "fraction");
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

    if (l->lines == 0 && listing_is_table(l))
        print_header(row->unit);
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

static int measure(const struct request *q, bool json)
{
    struct listing l = {.json = json};
    int r = benches[q->bench].run ? benches[q->bench].run(&q->plan, print_row, &l)
                                  : bench_train(&q->plan, &q->config, q->steps, print_row, &l);

    if (r == 0 || l.lines > 0)
        listing_end(&l);
    if (r == 0 && !benches[q->bench].run && !json)
        printf("peak %.0f MiB\n", process_peak_bytes() / 0x1p20);
    return r ? EXIT_FAILED : EXIT_DONE;
}

/* ---- arguments ---- */

static int parse_number(const char *flag, const char *text, double min, double max, double *value)
{
    char *end;

    if (!text)
        return 0;
    *value = number_parse(text, &end);
    if (end == text || *end || !(*value >= min && *value <= max))
        return usage_error("bench", "%s %s: should be a number from %g to %g", flag, text, min,
                           max);
    return 0;
}

static int find_bench(const char *name, int *bench)
{
    const char *names[8], *nearest;
    int n = 0;

    for (; benches[n].name; n++)
        names[n] = benches[n].name;
    names[n] = NULL;
    for (*bench = 0; *bench < n; (*bench)++)
        if (strcmp(benches[*bench].name, name) == 0)
            return 0;
    nearest = text_nearest(name, names);
    if (nearest)
        return usage_error("bench", "unknown benchmark '%s'; did you mean '%s'?", name, nearest);
    return usage_error("bench", "unknown benchmark '%s'; should be norms, gemm, conv or train",
                       name);
}

static int parse_config(struct request *q, int words, char **argv)
{
    struct config complete = {0};
    struct text why = {0};
    int code = 0;

    if (benches[q->bench].run)
        return words == 2
                   ? 0
                   : usage_error("bench", "%s takes no argument, not '%s'", argv[1], argv[2]);
    for (int i = 2; i < words && code == 0; i++)
        code = config_parse_pair(&q->config, argv[i]) ? EXIT_USAGE : 0;
    if (code == 0 && trial_complete(&q->config, &complete, &why)) {
        error("%s", text_str(&why));
        code = EXIT_USAGE;
    }
    config_clear(&complete);
    text_clear(&why);
    return code;
}

static int check(struct request *q, int words, char **argv, const char *seconds, const char *steps)
{
    double n = 0;
    int code;

    if (words < 2)
        return usage_error("bench", "which one: norms, gemm, conv or train?");
    code = find_bench(argv[1], &q->bench);
    if (code == 0)
        code = parse_number("--seconds", seconds, 0, 3600, &q->plan.seconds);
    if (code == 0)
        code = parse_number("--steps", steps, 1, 1e6, &n);
    if (code == 0 && n != (int)n)
        code = usage_error("bench", "--steps %s: should be a whole number", steps);
    q->steps = (int)n;
    if (code == 0 && benches[q->bench].run && (steps || q->dump))
        code = usage_error("bench", "%s is an option of bench train", steps ? "--steps" : "--dump");
    return code ? code : parse_config(q, words, argv);
}

static int run(int argc, char **argv)
{
    const char *seconds = NULL, *steps = NULL;
    bool json = false;
    struct request q = {.plan = {.seconds = 0.5, .repeat = 7}};
    const struct flag flags[] = {
        {"--seconds", NULL, FLAG_TEXT, &seconds}, {"--repeat", NULL, FLAG_INT, &q.plan.repeat},
        {"--steps", NULL, FLAG_TEXT, &steps},     {"--dump", NULL, FLAG_TEXT, &q.dump},
        {"--json", NULL, FLAG_BOOL, &json},       {0},
    };
    int words = parse_flags(argc, argv, flags), code;

    if (words < 0)
        return EXIT_USAGE;
    code = check(&q, words, argv, seconds, steps);
    if (code == 0)
        code = !q.dump                         ? measure(&q, json)
               : bench_dump(&q.config, q.dump) ? EXIT_FAILED
                                               : EXIT_DONE;
    config_clear(&q.config);
    return code;
}

const struct command command_bench = {
    "bench",
    "time norms, products, convolutions or training steps",
    "usage: normlab bench norms|gemm|conv [OPTION]...\n"
    "       normlab bench train [KEY=VALUE]... [OPTION]...\n\n"
    "norms   forward + backward in training mode, against the passes over the array that cannot be\n"
    "        avoided (batchnorm 8, others 5) at the bandwidth of a copy of an array of its size\n"
    "gemm    products of dense layers, against gemm on 2048x2048 matrices\n"
    "conv    3x3 convolutions of ResNet-20 at batch 32, against the same; may exceed it\n"
    "train   steps of a trial, batch assembly and update included; keys as of normlab trial\n\n"
    "All on one core, save train with threads=K.\n"
    "Printed: minimum and median time of a call, median time of an image or a sequence, rate at the\n"
    "median, the bound that was measured in this run and the fraction of it reached; for train the\n"
    "peak memory.\n\n"
    "  --seconds S      to spend on the samples of a row; a sample takes at least 0.02 s [0.5]\n"
    "  --repeat R       samples [7]\n"
    "  --steps N        train: steps in a sample [as many as fill its time]\n"
    "  --dump FILE.h5   train: time nothing; write first values, data, order and the losses of the\n"
    "                   first 50 steps, for a peer that does the same work (bench/peers)\n"
    "  --json\n\n"
    "example: normlab bench train net=\"resnet depth=8 width=16\" norm=batchnorm data=synthetic-rgb\n",
    run,
};

#include "base/error.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/listing.h"
#include "cli/output.h"
#include "net/net.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Returns the number of values in the parameters or states table[n]. */
static size_t count(const struct param *table, int n)
{
    size_t total = 0;

    for (int i = 0; i < n; i++)
        total += table[i].count;
    return total;
}

static void print_line(struct listing *l, const char *name, const char *type, const char *output,
                       size_t trainable, size_t fixed, double flops)
{
    listing_line(l);
    listing_text(l, "layer", name, 24);
    listing_text(l, "type", type, 22);
    listing_text(l, "output", output, 12);
    listing_number(l, "trainable", (double)trainable, 10, 0);
    listing_number(l, "non_trainable", (double)fixed, 13, 0);
    listing_number(l, "bytes", (double)((trainable + fixed) * sizeof(real)), 10, 0);
    listing_number(l, "flops", flops, 14, 0);
    listing_line_end(l);
}

static void print_net(const struct net *n, struct listing *l)
{
    double flops = 0;

    listing_heading(l, "layer", -24);
    listing_heading(l, "type", -22);
    listing_heading(l, "output", -12);
    listing_heading(l, "trainable", 10);
    listing_heading(l, "non-trainable", 13);
    listing_heading(l, "bytes", 10);
    listing_heading(l, "FLOPs/sample", 14);
    listing_headings_end(l);
    for (int i = 0; i < n->layers; i++) {
        const struct node *node = net_node(n, i);
        const struct layer *k = node ? &node->layer : NULL;
        char shape[48], type[64];

        if (!k) /* this activation or sum is computed by the layer before it */
            continue;
        layer_work(k, type);
        shape_print(shape, k->out);
        print_line(l, k->name, type, shape, count(k->param, k->params), count(k->state, k->states),
                   k->flops);
        flops += k->flops;
    }
    if (listing_is_table(l)) {
        print_line(l, "total", "", "", n->trainable, n->non_trainable, flops);
        number_print(stdout,
                     "memory for a batch of %d, gradients and activations included: %.1f MiB\n",
                     n->max_n, (double)n->arena.size_bytes / 0x1p20);
    }
    listing_end(l);
}

/* Returns the shape that a text describes: "28x28x1" is an image, "20x12" a sequence, "784" a vector. Prints a usage
 * error and exits when the text has another form. */
static struct shape parse_shape(const char *s)
{
    int d[3], n = 0;

    for (const char *at = s; n < 3; n++) {
        char *end;
        long v = strtol(at, &end, 10);

        if (end == at || v < 1 || v > 1 << 20 || (*end && *end != 'x'))
            break;
        d[n] = (int)v;
        if (!*end)
            return n == 0   ? shape_vector(d[0])
                   : n == 1 ? shape_sequence(d[0], d[1])
                            : shape_image(d[0], d[1], d[2]);
        at = end + 1;
    }
    die_usage("summary", "--input %s: should be HxWxC, TxC or C, as 28x28x1", s);
}

static int run(int argc, char **argv)
{
    const char *input = NULL;
    struct listing l = {0};
    struct config config = {0}, used = {0};
    struct net_request q = {.config = &config, .classes = 10, .max_n = 32};
    const struct flag flags[] = {
        {"--input", NULL, FLAG_TEXT, &input},      {"--tokens", NULL, FLAG_COUNT, &q.tokens},
        {"--classes", NULL, FLAG_INT, &q.classes}, {"--batch", NULL, FLAG_INT, &q.max_n},
        {"--json", NULL, FLAG_BOOL, &l.json},      {0},
    };
    int words = parse_arguments(argc, argv, flags, 1, ANY_NUMBER,
                                "which net? normlab list nets shows them");
    struct text why = {0};
    struct net n;
    int bad;

    q.in = parse_shape(input ? input : q.tokens ? "32" : "28x28x1");
    /* With --tokens, --input may be T alone, the number of positions; each position then holds one token. */
    if (q.tokens && q.in.rank == 1)
        q.in = shape_sequence(q.in.c, 1);
    q.text = argv[1];
    q.min_train_n = q.max_n;
    parse_pairs(&config, argv + 2, words - 1);
    set_default_norm(&config, q.text);
    bad = net_build(&n, &q, &used, &why);
    if (bad) {
        error("%s", text_str(&why));
        exit(bad == REFUSED ? EXIT_REFUSED : EXIT_USAGE);
    }
    for (int i = 0; i < config.count; i++)
        if (!config_get(&used, config.item[i].key))
            die_usage("summary", "the net has no ${%s}", config.item[i].key);
    if (listing_is_table(&l))
        output_wrap();
    print_net(&n, &l);
    net_release(&n);
    text_clear(&why);
    config_clear(&config);
    config_clear(&used);
    return EXIT_DONE;
}

const struct command command_summary = {
    "summary",
    "print a net's layers: shapes, parameters, bytes, FLOPs",
    "usage: normlab summary NET [KEY=VALUE]... [OPTION]...\n\n"
    "NET is the name of a net (normlab list nets) with its options, or a net's text; KEY=VALUE replaces\n"
    "${KEY} in it. FLOPs are those of one sample's forward pass; a multiply-add counts as two.\n\n"
    "  --input HxWxC   shape of a sample: HxWxC, TxC or C [28x28x1]\n"
    "  --tokens N      the sample is a sequence of tokens from 0 to N-1; then --input is T [32]\n"
    "  --classes N     classes of the data [10]\n"
    "  --batch N       batch size [32]\n"
    "  --json          as JSON\n\n"
    "example: normlab summary \"resnet depth=20 width=16\" norm=batchnorm --input 32x32x3\n"
    "         normlab summary transformer norm=layernorm --tokens 1000 --input 20\n",
    run,
};

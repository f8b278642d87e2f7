/* Nets of thousands of layers are set up in time that grows with their number, and what a net's memory holds at
 * the same time does not overlap. */
#include "base/arena.h"
#include "nets.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Processor time of building a ResNet of that depth: the least of three, in which nothing disturbed. */
static double build_seconds(int depth, int *nodes)
{
    double least = 1e9;
    char text[64];

    snprintf(text, sizeof text, "resnet depth=%d width=4", depth);
    for (int i = 0; i < 3; i++) {
        clock_t start = clock();
        struct config c = {0};
        struct net_request q = {text, &c, shape_image(32, 32, 3), 10, 0, 2, 2, false};
        struct text why = {0};
        struct net n;
        double seconds;

        assert_int_equal(config_parse(&c, "norm=batchnorm"), 0);
        if (net_build(&n, &q, NULL, &why))
            fail_msg("%s: %s", text, text_str(&why));
        seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
        least = seconds < least ? seconds : least;
        *nodes = n.nodes;
        config_clear(&c);
        net_release(&n);
    }
    return least;
}

/* Four times as many layers may take eight times as long, for the caches' sake, and 0.2 s more, for fresh memory. */
static void test_time(void **state)
{
    int nodes[2];
    double shallow = build_seconds(302, &nodes[0]), deep = build_seconds(1202, &nodes[1]);

    (void)state;
    assert_in_range(nodes[1], 3.9 * nodes[0], 4.1 * nodes[0]);
    if (!(deep <= 2 && deep <= 8 * shallow + 0.2))
        fail_msg("depth 302 takes %.3f s, depth 1202 %.3f s", shallow, deep);
}

/* When a buffer's value is needed: from the node that makes it, forward at moment i, to the first that reads it,
 * backward at 2 * nodes - i. */
struct span {
    int from, to;
    size_t at, end;
};

static struct span value_span(const struct net *n, int b)
{
    const struct buffer *v = &n->buffer[b];
    struct span s = {b == 0 ? -1 : 0, 2 * n->nodes, v->y_at,
                     v->y_at + (size_t)n->max_n * shape_size(v->shape) * sizeof(real)};

    for (int i = 0; i < n->nodes; i++)
        if (n->node[i].out == b) {
            s.from = i;
            s.to = 2 * n->nodes - i;
        }
    for (int i = n->nodes - 1; i >= 0; i--)
        for (int j = 0; j < n->node[i].layer.inputs; j++)
            if (n->node[i].in[j] == b && 2 * n->nodes - i > s.to)
                s.to = 2 * n->nodes - i;
    return s;
}

/* Values that are needed at the same time lie apart. */
static void test_values_apart(void **state)
{
    static const char *const texts[] = {"resnet depth=20 width=4", "lenet", "mlp hidden=30-20-10"};

    (void)state;
    for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
        struct net n;
        bool *made;

        build_good(&n, texts[t], "norm=batchnorm", shape_image(32, 32, 3));
        made = xcalloc((size_t)n.buffers, sizeof *made);
        made[0] = true;
        for (int i = 0; i < n.nodes; i++)
            made[n.node[i].out] = true;
        for (int a = 0; a < n.buffers; a++)
            for (int b = 0; b < a; b++) {
                struct span x = value_span(&n, a), y = value_span(&n, b);

                if (made[a] && made[b] && n.buffer[a].view_of != n.buffer[b].view_of &&
                    x.from <= y.to && y.from <= x.to && x.at < y.end && y.at < x.end)
                    fail_msg("%s: buffers %d and %d overlap", texts[t], b, a);
            }
        free(made);
        net_release(&n);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_time),
        cmocka_unit_test(test_values_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

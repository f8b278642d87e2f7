/* The kernels of recurrent cells, of every table that this CPU runs, against ref_cells.c. */
#include "base/arena.h"
#include "kernel_data.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 3, ARRAYS = 12 };

static const int widths[] = {1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 33, 64, 65};

/* What a kernel reads and writes, in memory with guards; arrays of gates are larger than some need. */
struct cell_data {
    struct cell_step step;
    real *array[ARRAYS];
    size_t count[ARRAYS];
};

static real *add_array(struct cell_data *d, int *n, size_t count, const char *stream)
{
    real *from = input_new(count, NORMAL, stream);

    d->array[*n] = output_new(count, from);
    d->count[*n] = count;
    input_free(from);
    return d->array[(*n)++];
}

static void start(struct cell_data *d, int h, int gates, bool bias, bool normed)
{
    size_t state = (size_t)ROWS * (size_t)h, all = state * (size_t)gates;
    int n = 0;

    *d = (struct cell_data){.step = {.n = ROWS, .h = h, .forget_bias = (real)0.5}};
    d->step.gates_h = add_array(d, &n, all, "part");
    d->step.gates = add_array(d, &n, all, "gates");
    d->step.dgates = add_array(d, &n, all, "dgates");
    d->step.dgates_h = add_array(d, &n, all, "dpart");
    d->step.h_prev = add_array(d, &n, state, "h_prev");
    d->step.c_prev = add_array(d, &n, state, "c_prev");
    d->step.c = add_array(d, &n, state, "c");
    d->step.h_next = add_array(d, &n, state, "h_next");
    d->step.memo = add_array(d, &n, state, "memo");
    d->step.dh = add_array(d, &n, state, "dh");
    d->step.dc = add_array(d, &n, state, "dc");
    if (normed)
        d->step.normed = d->step.dnormed = add_array(d, &n, state, "normed");
    if (bias) {
        d->step.bias = input_new((size_t)gates * (size_t)h, NORMAL, "bias");
        d->step.bias_h = input_new((size_t)h, NORMAL, "bias_h");
    }
}

static void stop(struct cell_data *d, const char *what)
{
    for (int i = 0; i < ARRAYS && d->array[i]; i++)
        output_free(what, d->array[i], d->count[i]);
    if (d->step.bias) {
        input_free((real *)d->step.bias);
        input_free((real *)d->step.bias_h);
    }
}

typedef void cell_kernel(const struct cell_step *s);

/* normed: the kernel is called only when c is normalized. */
static void check(const char *name, cell_kernel *fast, cell_kernel *plain, int gates, bool normed)
{
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
        for (int variant = normed ? 2 : 0; variant < 4; variant++) {
            struct cell_data want, got;
            char what[64];

            start(&want, widths[i], gates, variant & 1, variant & 2);
            start(&got, widths[i], gates, variant & 1, variant & 2);
            plain(&want.step);
            fast(&got.step);
            for (int j = 0; j < ARRAYS && want.array[j]; j++) {
                double *size = xcalloc(want.count[j] + 1, sizeof *size);

                /* Some products of normal numbers, of a few roundings each. */
                for (size_t k = 0; k < want.count[j]; k++)
                    size[k] = 16;
                snprintf(what, sizeof what, "%s of %d, array %d", name, widths[i], j);
                assert_near(what, want.count[j], got.array[j], want.array[j], size, 4);
                free(size);
            }
            stop(&want, name);
            stop(&got, name);
        }
}

static void test_cells(void **state)
{
    const struct kernels *p = &kernels_plain;

    (void)state;
    for (int t = 0; kernels_all[t]; t++) {
        const struct kernels *k = kernels_all[t];

        if (!kernels_runnable(k))
            continue;
        check("rnn_forward", k->rnn_forward, p->rnn_forward, 1, false);
        check("rnn_backward", k->rnn_backward, p->rnn_backward, 1, false);
        check("lstm_forward", k->lstm_forward, p->lstm_forward, 4, false);
        check("lstm_output", k->lstm_output, p->lstm_output, 4, true);
        check("lstm_output_backward", k->lstm_output_backward, p->lstm_output_backward, 4, true);
        check("lstm_backward", k->lstm_backward, p->lstm_backward, 4, false);
        check("gru_forward", k->gru_forward, p->gru_forward, 3, false);
        check("gru_backward", k->gru_backward, p->gru_backward, 3, false);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cells)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

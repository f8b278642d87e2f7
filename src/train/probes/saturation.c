/* The probe saturation: slopes of the activations, dead units, and how large the softmax's probabilities are.
 *
 * The slope of a sigmoid or tanh is given as a fraction of its largest slope: it is 4 y (1 - y) for y = sigmoid(x), and
 * 1 - y^2 for y = tanh(x). An activation is saturated when this slope is below .04. For the sigmoid, its derivative is
 * then below .01. */
#include "base/arena.h"
#include "train/probes/probe.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SATURATED, SLOPE, DEAD, ZERO, ENTROPY, TOP, COLUMNS };

#define COLUMN(name, unit, help, most)                                                             \
    {                                                                                              \
        name, unit, help, 0, most, false, false                                                    \
    }

static const struct profile_column columns[] = {
    COLUMN("saturated", "1",
           "sigmoid, tanh: share of activations whose slope is below .04 of the largest slope", 1),
    COLUMN("slope", "1", "sigmoid, tanh: mean slope of the activations / the largest slope", 1),
    COLUMN("dead", "1", "relu: share of units that are 0 at all positions of all samples", 1),
    COLUMN("zero", "1", "relu: share of activations that are 0", 1),
    COLUMN("entropy", "nat", "last layer: mean entropy of the softmax over the classes", INFINITY),
    COLUMN("top", "1", "last layer: mean of the largest probability of the softmax", 1),
    {0},
};

/* The numbers of a stage's activations: all, saturated ones, zeros; and the sum of their slopes. */
struct counts {
    double all, saturated, slope, zero;
    unsigned char *alive; /* [units] 1 for a unit that was above 0 somewhere */
};

struct watching {
    const struct twin *twin;
    struct counts *stage; /* [stages] */
};

/* Counts the n activations y of a sigmoid or tanh. */
static void count_slopes(struct counts *s, bool is_sigmoid, const real *y, size_t n)
{
    double sum = 0;
    int saturated = 0;

    for (size_t i = 0; i < n; i++) {
        double v = y[i], slope = is_sigmoid ? 4 * v * (1 - v) : (1 - v) * (1 + v);

        sum += slope;
        saturated += slope < .04;
    }
    s->slope += sum;
    s->saturated += saturated;
}

/* Counts the activations y of a relu at one position, one for each of the n units. */
static void count_zeros(struct counts *s, const real *y, size_t n)
{
    unsigned char *alive = s->alive;
    int zero = 0;

    for (size_t i = 0; i < n; i++) {
        zero += y[i] == 0;
        alive[i] = (unsigned char)(alive[i] | (y[i] > 0));
    }
    s->zero += zero;
}

/* A function for net->watch. */
static void watch(void *context, const struct node *k, const struct io *io)
{
    struct watching *w = context;
    int post = twin_post_stage(w->twin, k);
    const struct activation *a = post >= 0 ? w->twin->stage[post].activation : NULL;
    size_t rows = twin_rows(k, io), c = (size_t)k->layer.out.c;
    const unsigned char *mask = twin_mask(k, io);

    for (size_t r = 0; a && r < rows; r++) {
        if (mask && !mask[r])
            continue;
        w->stage[post].all += (double)c;
        if (a->is_relu)
            count_zeros(&w->stage[post], io->y + r * c, c);
        else
            count_slopes(&w->stage[post], strcmp(a->name, "sigmoid") == 0, io->y + r * c, c);
    }
}

/* Adds the entropy and the largest probability of softmax(z[0..k)) to *entropy and *top. */
static void add_softmax(const real *z, int k, double *entropy, double *top)
{
    double most = z[0], sum = 0, weighted = 0;

    for (int i = 1; i < k; i++)
        most = z[i] > most ? z[i] : most;
    for (int i = 0; i < k; i++) {
        double e = exp(z[i] - most);

        sum += e;
        weighted += e * (z[i] - most);
    }
    *entropy += log(sum) - weighted / sum;
    *top += 1 / sum;
}

/* Fills the columns of a stage that come from counts. */
static void set_stage(const struct stage *s, const struct counts *n, double *value)
{
    double alive = 0;
    int units = s->post->layer.out.c;

    if (s->activation && s->activation->is_relu) {
        for (int u = 0; u < units; u++)
            alive += n->alive[u];
        value[DEAD] = 1 - alive / units;
        value[ZERO] = n->zero / n->all;
    } else if (s->activation) {
        value[SATURATED] = n->saturated / n->all;
        value[SLOPE] = n->slope / n->all;
    }
}

static void measure(struct twin *w, void *kept, double *value)
{
    struct watching s = {w, xcalloc((size_t)w->stages, sizeof *s.stage)};
    int batch = w->trial.options.batch, classes = w->trial.net.out.c;
    double entropy = 0, top = 0, samples = (double)w->batches * batch;
    bool softmax = w->trial.options.loss == LOSS_SOFTMAX;

    (void)kept;
    for (int i = 0; i < w->stages; i++)
        s.stage[i].alive = xcalloc((size_t)w->stage[i].post->layer.out.c, 1);
    w->trial.net.watch = watch;
    w->trial.net.watch_context = &s;
    for (int b = 0; b < w->batches; b++) {
        twin_forward(w, b, true);
        for (int i = 0; i < batch && softmax; i++)
            add_softmax(net_output(&w->trial.net) + i * classes, classes, &entropy, &top);
    }
    for (int i = 0; i < w->stages; i++) {
        set_stage(&w->stage[i], &s.stage[i], value + i * COLUMNS);
        free(s.stage[i].alive);
    }
    if (softmax && w->stages) {
        value[(w->stages - 1) * COLUMNS + ENTROPY] = entropy / samples;
        value[(w->stages - 1) * COLUMNS + TOP] = top / samples;
    }
    free(s.stage);
}

const struct probe_type probe_saturation = {
    .name = "saturation",
    .help = "saturated sigmoids and tanhs, dead relus, entropy of the softmax",
    .column = columns,
    .measure = measure,
};

/* A trial's first steps in a file, by which another program can do the same work. */
#include "base/arena.h"
#include "base/list.h"
#include "data/data.h"
#include "net/net.h"
#include "store/hdf5/h5.h"
#include "tools/bench.h"
#include "train/batch.h"
#include "train/keys.h"
#include "train/sequences.h"
#include "train/trial.h"
#include <stdlib.h>
#include <string.h>

enum { CHUNK_SAMPLES = 1000 };
#define H5_REAL (sizeof(real) == 4 ? H5_FLOAT32 : H5_FLOAT64)

/* Writes an array of reals; the caller has filled type (H5_UINT8: whole numbers), rank and dim of `a`. */
static void write_reals(struct h5_file *f, const char *name, struct h5_array a, const real *v,
                        size_t chunk_rows, const char *help)
{
    size_t n = h5_count(&a);
    double *number = xcalloc(n, sizeof *number);
    uint8_t *byte = xcalloc(n, sizeof *byte);

    for (size_t i = 0; i < n; i++) {
        number[i] = v[i];
        byte[i] = a.type == H5_UINT8 ? (uint8_t)v[i] : 0;
    }
    a.data = a.type == H5_UINT8 ? (void *)byte : number;
    h5_write(f, name, &a, chunk_rows, NULL, help);
    free(number);
    free(byte);
}

/* ---- first values ---- */

static void write_names(struct h5_file *f, const char *name, struct list *names, const char *help)
{
    struct h5_array a = {
        .type = H5_TEXT, .rank = 1, .dim = {(size_t)names->count}, .data = names->item};

    h5_write(f, name, &a, 0, NULL, help);
    list_clear(names);
}

static void write_params(struct h5_file *f, const struct net *n)
{
    struct list layers = {0}, params = {0};

    for (int i = 0; i < n->numbers; i++) {
        const struct node *k = net_numbered(n, i);

        if (k && k->layer.params > 0)
            list_add(&layers, k->layer.name);
        for (int j = 0; k && j < k->layer.params; j++) {
            const struct param *p = &k->layer.param[j];
            struct h5_array a = {.type = H5_REAL, .rank = p->rank};
            char *name = format_new("/param/%s/%s", k->layer.name, p->name);

            for (int d = 0; d < p->rank; d++)
                a.dim[d] = (size_t)p->dim[d];
            write_reals(f, name, a, n->param + k->param_at + p->offset, 0, NULL);
            list_add(&params, name + strlen("/param/"));
            free(name);
        }
    }
    write_names(f, "/layers", &layers, "layers with parameters, in the net's order");
    write_names(f, "/params", &params, "their parameters, in the net's order");
}

/* ---- data ---- */

static void write_constants(struct h5_file *f, const struct trial_view *v)
{
    int channels = v->data->shape.c, input = v->options->input;
    double mean[DATA_CHANNELS] = {0}, sd[DATA_CHANNELS];
    struct h5_array a = {.type = H5_FLOAT64, .rank = 1, .dim = {(size_t)channels}};

    for (int c = 0; c < channels; c++) {
        sd[c] = input == INPUT_UNIT ? 255 : 1;
        if (input == INPUT_STANDARD) {
            mean[c] = v->data->mean[c];
            sd[c] = v->data->sd[c] > 0 ? v->data->sd[c] : 1;
        }
    }
    a.data = mean;
    h5_write(f, "/mean", &a, 0, NULL, "by channel: an input is (byte - mean) / sd");
    a.data = sd;
    h5_write(f, "/sd", &a, 0, NULL, "by channel: an input is (byte - mean) / sd");
}

static void write_targets(struct h5_file *f, const struct trial_view *v)
{
    size_t outputs = (size_t)v->data->outputs, n = (size_t)v->train_n;
    struct h5_array a = {.type = H5_FLOAT32, .rank = 2, .dim = {n, outputs}};
    real *target = xcalloc(n * outputs, sizeof *target);

    for (size_t i = 0; i < n * outputs; i++)
        target[i] = (real)v->data->train.target[i];
    write_reals(f, "/target", a, target, 0, "what the net should put out");
    free(target);
}

static void write_labels(struct h5_file *f, size_t n, const uint8_t *label)
{
    struct h5_array a = {.type = H5_UINT8, .rank = 1, .dim = {n}, .data = (void *)label};

    h5_write(f, "/label", &a, 0, NULL, "classes of the training samples");
}

static void write_images(struct h5_file *f, const struct trial_view *v)
{
    const struct shape s = v->data->shape;
    size_t n = (size_t)v->train_n;
    struct h5_array image = {.type = H5_UINT8,
                             .rank = 4,
                             .dim = {n, (size_t)s.h, (size_t)s.w, (size_t)s.c},
                             .data = (void *)v->data->train.image};

    h5_write(f, "/image", &image, CHUNK_SAMPLES, NULL, "training images, channels last");
    write_labels(f, n, v->data->train.label);
    if (v->data->train.target)
        write_targets(f, v);
    write_constants(f, v);
}

/* Writes the sequences as sequences_fill() makes a net's input of them, all as one batch. */
static void write_sequences(struct h5_file *f, const struct trial_view *v)
{
    const struct sequences *s = v->sequences;
    size_t n = (size_t)v->train_n, c = (size_t)s->c, t;
    int32_t *index = xcalloc(n, sizeof *index);
    int64_t *length = xcalloc(n, sizeof *length);
    struct h5_array lengths = {.type = H5_INT64, .rank = 1, .dim = {n}, .data = length};
    unsigned char *mask;
    uint8_t *label = xcalloc(n, 1);
    real *x;

    for (size_t i = 0; i < n; i++) {
        index[i] = (int32_t)i;
        length[i] = s->steps[i];
    }
    t = (size_t)sequences_positions(s, (int)n, index);
    x = xcalloc(n * t * c, sizeof *x);
    mask = xcalloc(n * t, 1);
    sequences_fill(s, (int)n, index, (int)t, x, mask, label);
    if (s->token)
        write_reals(f, "/token", (struct h5_array){.type = H5_UINT8, .rank = 2, .dim = {n, t}}, x,
                    CHUNK_SAMPLES, "training sequences, 0 = padding");
    else
        write_reals(f, "/series", (struct h5_array){.type = H5_REAL, .rank = 3, .dim = {n, t, c}},
                    x, CHUNK_SAMPLES, "training sequences, 0 behind their ends");
    h5_write(f, "/length", &lengths, 0, NULL, "steps of each; what is behind them is padding");
    write_labels(f, n, label);
    free(index);
    free(length);
    free(label);
    free(mask);
    free(x);
}

/* ---- steps ---- */

static void write_steps(struct h5_file *f, struct trial *t, const struct trial_view *v)
{
    size_t epochs = ((size_t)BENCH_DUMP_STEPS + (size_t)v->steps - 1) / (size_t)v->steps;
    size_t n = (size_t)v->train_n;
    int64_t *order = xcalloc(epochs * n, sizeof *order);
    double loss[BENCH_DUMP_STEPS];
    struct h5_array orders = {.type = H5_INT64, .rank = 2, .dim = {epochs, n}, .data = order};
    struct h5_array losses = {
        .type = H5_FLOAT64, .rank = 1, .dim = {BENCH_DUMP_STEPS}, .data = loss};

    for (int i = 0; i < BENCH_DUMP_STEPS; i++) {
        int epoch = i / v->steps;
        struct trial_step step;

        if (i % v->steps == 0) {
            trial_epoch(t, epoch + 1);
            for (size_t j = 0; j < n; j++)
                order[(size_t)epoch * n + j] = v->order[j];
        }
        step = trial_step(t, i % v->steps);
        loss[i] = step.loss / step.n;
    }
    h5_write(f, "/order", &orders, 0, NULL, "samples of an epoch, in the order of its steps");
    h5_write(f, "/loss", &losses, 0, "nats", "mean loss of each step's batch, before its update");
    free(order);
}

static int write_config(struct h5_file *f, const struct config *config)
{
    struct config complete = {0};
    struct text why = {0};
    int r = trial_complete(config, &complete, &why);

    for (int i = 0; i < complete.count && r == 0; i++)
        r = h5_set_text(f, "/", complete.item[i].key, complete.item[i].value);
    text_clear(&why);
    config_clear(&complete);
    return r;
}

int bench_dump(const struct config *config, const char *path)
{
    struct trial_result result;
    struct trial *t = trial_open(config, &result);
    struct trial_view view;
    struct h5_file *f;
    int r = -1;

    if (!t)
        return -1;
    view = trial_look(t);
    f = h5_create(path);
    if (f) {
        write_config(f, config);
        write_params(f, view.net);
        if (view.sequences)
            write_sequences(f, &view);
        else
            write_images(f, &view);
        write_steps(f, t, &view);
        r = h5_publish(f);
    }
    trial_close(t);
    trial_result_clear(&result);
    return r;
}

/* Writes a trial's first steps to a file, from which another program can repeat them: see bench_dump(). */
#include "base/arena.h"
#include "base/list.h"
#include "base/system/file.h"
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

enum { CHUNK_SAMPLES = 1000 }; /* samples in a chunk of an HDF5 dataset */

/* Writes `data` as a dataset dim[rank]. struct h5_array says which elements data has for each `type`. help: a description
 * of the dataset; NULL: none. */
static void write_array(struct h5_file *f, const char *name, enum h5_type type, int rank,
                        const size_t *dim, const void *data, const char *help)
{
    struct h5_array a = {.type = type, .rank = rank, .data = (void *)data};

    memcpy(a.dim, dim, (size_t)rank * sizeof *dim);
    h5_write(f, name, &a, CHUNK_SAMPLES, NULL, help);
}

/* As write_array(), for numbers of the type `real`. */
static void write_reals(struct h5_file *f, const char *name, int rank, const size_t *dim,
                        const real *v, const char *help)
{
    size_t n = 1;
    double *value;

    for (int i = 0; i < rank; i++)
        n *= dim[i];
    value = xcalloc(n, sizeof *value);
    for (size_t i = 0; i < n; i++)
        value[i] = v[i];
    write_array(f, name, sizeof(real) == 4 ? H5_FLOAT32 : H5_FLOAT64, rank, dim, value, help);
    free(value);
}

/* ---- first values ---- */

/* Writes a list of names as a dataset, and clears the list. */
static void write_names(struct h5_file *f, const char *name, struct list *names, const char *help)
{
    write_array(f, name, H5_TEXT, 1, (size_t[]){(size_t)names->count}, names->item, help);
    list_clear(names);
}

static void write_params(struct h5_file *f, const struct net *n)
{
    struct list layers = {0}, params = {0};

    for (int i = 0; i < n->layers; i++) {
        const struct node *k = net_node(n, i);

        if (k && k->layer.params > 0)
            list_add(&layers, k->layer.name);
        for (int j = 0; k && j < k->layer.params; j++) {
            const struct param *p = &k->layer.param[j];
            char *name = format_new("/param/%s/%s", k->layer.name, p->name);
            size_t dim[H5_RANK];

            for (int d = 0; d < p->rank; d++)
                dim[d] = (size_t)p->dim[d];
            write_reals(f, name, p->rank, dim, n->param + k->param_at + p->offset, NULL);
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
    size_t channels = (size_t)v->data->shape.c;
    int input = v->options->input;
    double mean[DATA_CHANNELS] = {0}, sd[DATA_CHANNELS];

    for (size_t c = 0; c < channels; c++) {
        sd[c] = input == INPUT_UNIT ? 255 : 1;
        if (input == INPUT_STANDARD) {
            mean[c] = v->data->mean[c];
            sd[c] = v->data->sd[c] > 0 ? v->data->sd[c] : 1;
        }
    }
    write_array(f, "/mean", H5_FLOAT64, 1, &channels, mean, "an input is (byte - mean) / sd");
    write_array(f, "/sd", H5_FLOAT64, 1, &channels, sd, "an input is (byte - mean) / sd");
}

/* Returns a new array of the trial's training samples, [train_n] of `size` bytes each. all: those of the whole split. */
static void *picked(const struct trial_view *v, const void *all, size_t size)
{
    char *samples = xcalloc((size_t)v->train_n, size);

    for (size_t i = 0; i < (size_t)v->train_n; i++)
        memcpy(samples + i * size, (const char *)all + (v->pick ? (size_t)v->pick[i] : i) * size,
               size);
    return samples;
}

static void write_targets(struct h5_file *f, const struct trial_view *v)
{
    size_t dim[] = {(size_t)v->train_n, (size_t)v->data->outputs}, count = dim[0] * dim[1];
    double *target = xcalloc(count, sizeof *target);
    float *from = picked(v, v->data->train.target, dim[1] * sizeof *from);

    for (size_t i = 0; i < count; i++)
        target[i] = from[i];
    write_array(f, "/target", H5_FLOAT32, 2, dim, target, "what the net should put out");
    free(target);
    free(from);
}

static void write_labels(struct h5_file *f, size_t n, const uint8_t *label)
{
    write_array(f, "/label", H5_UINT8, 1, &n, label, "classes of the training samples");
}

static void write_images(struct h5_file *f, const struct trial_view *v)
{
    const struct shape s = v->data->shape;
    size_t dim[] = {(size_t)v->train_n, (size_t)s.h, (size_t)s.w, (size_t)s.c};
    uint8_t *image = picked(v, v->data->train.image, shape_size(s)),
            *label = picked(v, v->data->train.label, 1);

    write_array(f, "/image", H5_UINT8, 4, dim, image, "training images, channels last");
    write_labels(f, dim[0], label);
    free(image);
    free(label);
    if (v->data->train.target)
        write_targets(f, v);
    write_constants(f, v);
}

/* Writes all sequences of the training set as one batch, in the form in which sequences_fill() gives them to a net. */
static void write_sequences(struct h5_file *f, const struct trial_view *v)
{
    const struct sequences *s = v->sequences;
    size_t n = (size_t)v->train_n, c = (size_t)s->c, t;
    int32_t *index = xcalloc(n, sizeof *index);
    int64_t *length = xcalloc(n, sizeof *length);
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
    if (s->token) {
        uint8_t *token = xcalloc(n * t, 1);

        for (size_t i = 0; i < n * t; i++)
            token[i] = (uint8_t)x[i];
        write_array(f, "/token", H5_UINT8, 2, (size_t[]){n, t}, token,
                    "training sequences, 0 = padding");
        free(token);
    } else {
        write_reals(f, "/series", 3, (size_t[]){n, t, c}, x,
                    "training sequences, 0 after their ends");
    }
    write_array(f, "/length", H5_INT64, 1, &n, length, "steps of each; then comes padding");
    write_labels(f, n, label);
    free(index);
    free(length);
    free(label);
    free(mask);
    free(x);
}

/* ---- steps ---- */

/* Takes the first steps of the trial, and writes the order of the samples and the loss of each step. */
static void write_steps(struct h5_file *f, struct trial *t, const struct trial_view *v, int steps)
{
    size_t epochs = ((size_t)steps + (size_t)v->steps - 1) / (size_t)v->steps;
    size_t n = (size_t)v->train_n;
    int64_t *order = xcalloc(epochs * n, sizeof *order);
    double *loss = xcalloc((size_t)steps, sizeof *loss);
    struct h5_array losses = {.type = H5_FLOAT64, .rank = 1, .dim = {(size_t)steps}, .data = loss};

    for (int i = 0; i < steps; i++) {
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
    write_array(f, "/order", H5_INT64, 2, (size_t[]){epochs, n}, order,
                "samples of an epoch, in the order of its steps");
    h5_write(f, "/loss", &losses, 0, "nats", "mean loss of each step's batch, before its update");
    free(order);
    free(loss);
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

int bench_dump(const struct config *config, int steps, const char *path)
{
    struct trial_result result;
    struct trial *t = h5_check_output(path) ? NULL : trial_open(config, &result);
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
        write_steps(f, t, &view, steps > 0 ? steps : BENCH_DUMP_STEPS);
        file_sweep(path);
        r = h5_publish(f);
    }
    trial_close(t);
    trial_result_clear(&result);
    return r;
}

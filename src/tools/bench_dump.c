/* A trial's first steps, written down so that another program can take them, too. */
#include "base/arena.h"
#include "data/data.h"
#include "net/net.h"
#include "store/hdf5/h5.h"
#include "tools/bench.h"
#include "train/batch.h"
#include "train/keys.h"
#include "train/sequences.h"
#include "train/trial.h"
#include <stdlib.h>

enum { CHUNK_SAMPLES = 1000 };

/* ---- first values ---- */

static void write_param(struct h5_file *f, const char *layer, const struct param *p, const real *v)
{
    struct h5_array a = {.type = sizeof(real) == 4 ? H5_FLOAT32 : H5_FLOAT64, .rank = p->rank};
    char *name = format_new("/param/%s/%s", layer, p->name);
    double *value = xcalloc(p->count, sizeof *value);

    for (int i = 0; i < p->rank; i++)
        a.dim[i] = (size_t)p->dim[i];
    for (size_t i = 0; i < p->count; i++)
        value[i] = v[i];
    a.data = value;
    h5_write(f, name, &a, 0, NULL, NULL);
    free(value);
    free(name);
}

static void write_names(struct h5_file *f, const char *name, char **names, size_t n,
                        const char *help)
{
    struct h5_array a = {.type = H5_TEXT, .rank = 1, .dim = {n}, .data = names};

    h5_write(f, name, &a, 0, NULL, help);
    for (size_t i = 0; i < n; i++)
        free(names[i]);
    free(names);
}

static void write_params(struct h5_file *f, const struct net *n)
{
    char **layers = xcalloc((size_t)n->nodes, sizeof *layers);
    char **params = xcalloc((size_t)n->nodes * LAYER_PARAMS, sizeof *params);
    size_t layer_count = 0, param_count = 0;

    for (int i = 0; i < n->layers; i++) {
        const struct node *k = net_node(n, i);
        const struct layer *l = k ? &k->layer : NULL;

        if (!k)
            continue;
        if (l->params > 0)
            layers[layer_count++] = xstrdup(l->name);
        for (int j = 0; j < l->params; j++) {
            params[param_count++] = format_new("%s/%s", l->name, l->param[j].name);
            write_param(f, l->name, &l->param[j], n->param + k->param_at + l->param[j].offset);
        }
    }
    write_names(f, "/layers", layers, layer_count, "layers with parameters, in the net's order");
    write_names(f, "/params", params, param_count, "their parameters, in the net's order");
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
    double *target = xcalloc(n * outputs, sizeof *target);

    for (size_t i = 0; i < n * outputs; i++)
        target[i] = v->data->train.target[i];
    a.data = target;
    h5_write(f, "/target", &a, 0, NULL, "what the net should put out");
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

static void write_tokens(struct h5_file *f, size_t n, size_t t, const real *x)
{
    uint8_t *token = xcalloc(n * t, 1);
    struct h5_array a = {.type = H5_UINT8, .rank = 2, .dim = {n, t}, .data = token};

    for (size_t i = 0; i < n * t; i++)
        token[i] = (uint8_t)x[i];
    h5_write(f, "/token", &a, CHUNK_SAMPLES, NULL, "training sequences, 0 = padding");
    free(token);
}

static void write_series(struct h5_file *f, size_t n, size_t t, size_t c, const real *x)
{
    double *series = xcalloc(n * t * c, sizeof *series);
    struct h5_array a = {.type = sizeof(real) == 4 ? H5_FLOAT32 : H5_FLOAT64,
                         .rank = 3,
                         .dim = {n, t, c},
                         .data = series};

    for (size_t i = 0; i < n * t * c; i++)
        series[i] = x[i];
    h5_write(f, "/series", &a, CHUNK_SAMPLES, NULL, "training sequences, 0 behind their ends");
    free(series);
}

/* As sequences_fill() puts them before the net, all as one batch. */
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
        length[i] = sequences_steps(s, (int)i);
    }
    t = (size_t)sequences_positions(s, (int)n, index);
    x = xcalloc(n * t * c, sizeof *x);
    mask = xcalloc(n * t, 1);
    sequences_fill(s, (int)n, index, (int)t, x, mask, label);
    if (s->token)
        write_tokens(f, n, t, x);
    else
        write_series(f, n, t, c, x);
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

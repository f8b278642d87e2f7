#include "store/saved/net_file.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/real.h"
#include "base/sha256.h"
#include "base/system/file.h"
#include "train/run/trial_tensors.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define VERSION 1 /* of the layout in net_file.h */

/* the groups that have the tensors */
static const char *const kinds[] = {"param", "state"};
enum { KINDS = sizeof kinds / sizeof *kinds };

/* Adds dimensions to a text, as "[3,3,16,32]". */
static void add_dims(struct text *t, int rank, const size_t *dim)
{
    text_adds(t, "[");
    for (int i = 0; i < rank; i++)
        text_add(t, "%s%zu", i ? "," : "", dim[i]);
    text_adds(t, "]");
}

/* ---- reading ---- */

/* Returns 0 when the file has a net in a layout that this normlab reads; else -1 after a message. */
static int check_kind(struct h5_file *f, const char *path)
{
    double version = h5_get_number(f, "/", "normlab_net");
    char *status = h5_get_text(f, "/", "status");
    int r = 0;

    if (isnan(version) && status)
        r = error("%s: is the result of a trial and has no weights: normlab trial --save writes a "
                  "net",
                  path);
    else if (isnan(version))
        r = error(
            "%s: is no net: it has no attribute normlab_net, which normlab trial --save writes",
            path);
    else if (version != VERSION)
        r = error("%s: has layout %g, this normlab reads %d: save the net again", path, version,
                  VERSION);
    free(status);
    return r;
}

/* Reads the tensor `name` and adds it to n, which then owns `name`. Returns 0, or -1 after a message. */
static int read_tensor(struct net_file *n, struct h5_file *f, char *name)
{
    struct net_tensor *t = &array_add(n->tensor, n->tensors);

    *t = (struct net_tensor){.name = name};
    if (h5_read(f, name, &t->value)) {
        t->value = (struct h5_array){0};
        return -1;
    }
    return t->value.type == H5_TEXT ? error("%s: %s holds text, not numbers", n->path, name) : 0;
}

/* Reads the tensors of a layer's group. Returns 0, or -1 after a message. */
static int read_layer(struct net_file *n, struct h5_file *f, const char *group)
{
    struct list names = {0};
    int r = 0;

    names.count = h5_list(f, group, &names.item);
    for (int i = 0; i < names.count && r == 0; i++)
        r = read_tensor(n, f, format_new("%s/%s", group, names.item[i]));
    list_clear(&names);
    return r;
}

static int read_tensors(struct net_file *n, struct h5_file *f)
{
    int r = 0;

    for (int kind = 0; kind < KINDS; kind++) {
        struct list layers = {0};

        layers.count = h5_list(f, kinds[kind], &layers.item);
        for (int i = 0; i < layers.count && r == 0; i++) {
            char *group = format_new("%s/%s", kinds[kind], layers.item[i]);

            r = read_layer(n, f, group);
            free(group);
        }
        list_clear(&layers);
    }
    return r;
}

/* Reads the trial's configuration. Leaves it empty when the file has none or a damaged one: the configuration only makes
 * messages clearer. */
static void read_config(struct net_file *n, struct h5_file *f)
{
    char *text = h5_get_text(f, "/", "configuration");
    struct text why = {0};

    if (text && config_read(&n->config, text, &why))
        config_clear(&n->config);
    text_clear(&why);
    free(text);
}

/* Sets n->hash. */
static void hash(struct net_file *n)
{
    struct sha256 sum;
    char hex[65];

    sha256_start(&sum);
    for (int i = 0; i < n->tensors; i++) {
        const struct net_tensor *t = &n->tensor[i];
        struct text head = {0};

        text_adds(&head, t->name);
        add_dims(&head, t->value.rank, t->value.dim);
        sha256_add(&sum, head.s, head.length);
        sha256_add(&sum, t->value.data, h5_count(&t->value) * sizeof(double));
        text_clear(&head);
    }
    sha256_end(&sum, hex);
    memcpy(n->hash, hex, NET_HASH - 1);
    n->hash[NET_HASH - 1] = '\0';
}

int net_file_read(struct net_file *n, const char *path)
{
    struct h5_file *f = h5_open(path);
    int r = f ? check_kind(f, path) : -1;

    *n = (struct net_file){.path = xstrdup(path)};
    if (r == 0)
        r = read_tensors(n, f);
    if (r == 0) {
        read_config(n, f);
        hash(n);
    }
    h5_close(f);
    if (r)
        net_file_clear(n);
    return r;
}

void net_file_clear(struct net_file *n)
{
    for (int i = 0; i < n->tensors; i++) {
        free(n->tensor[i].name);
        h5_array_clear(&n->tensor[i].value);
    }
    free(n->tensor);
    free(n->path);
    config_clear(&n->config);
    *n = (struct net_file){0};
}

/* ---- loading ---- */

static const struct net_tensor *find_tensor(const struct net_file *n, const char *name)
{
    for (int i = 0; i < n->tensors; i++)
        if (strcmp(n->tensor[i].name, name) == 0)
            return &n->tensor[i];
    return NULL;
}

/* Prints the message that the file has the tensors of another net, and how that net was trained. what: what is wrong with
 * the tensors; it is cleared. Returns -1. */
static int other_net(const struct net_file *n, struct text *what)
{
    static const char *const keys[] = {"net", "norm", "data"};
    struct text pairs = {0};

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (config_get(&n->config, keys[i])) {
            text_add_item(&pairs, " ", "%s", pairs.length ? "" : "with ");
            config_print_pair(keys[i], config_get(&n->config, keys[i]), &pairs);
        }
    error("%s: %s%s%s", n->path, what->s, pairs.length ? "; the file's net was trained " : "",
          text_str(&pairs));
    text_clear(&pairs);
    text_clear(what);
    return -1;
}

/* Sets a tensor of the trial's net to its values in the file. Returns 0, or -1 after a message. */
static int load_tensor(const struct net_file *n, const struct trial_tensor *t)
{
    const struct net_tensor *from = find_tensor(n, t->name);
    struct text why = {0};

    if (!from) {
        text_add(&why, "has no %s, which this net has", t->name);
        return other_net(n, &why);
    }
    if (from->value.rank != t->rank ||
        memcmp(from->value.dim, t->dim, (size_t)t->rank * sizeof *t->dim)) {
        text_add(&why, "%s is ", t->name);
        add_dims(&why, from->value.rank, from->value.dim);
        text_adds(&why, ", this net needs ");
        add_dims(&why, t->rank, t->dim);
        return other_net(n, &why);
    }
    if (trial_tensor_set(t, from->value.data, &why)) {
        error("%s: %.*s%s", n->path, (int)(strrchr(t->name, '/') + 1 - t->name), t->name, why.s);
        text_clear(&why);
        return -1;
    }
    return 0;
}

static bool has_tensor(const struct trial_tensors *list, const char *name)
{
    for (int i = 0; i < list->count; i++)
        if (strcmp(list->item[i].name, name) == 0)
            return true;
    return false;
}

int net_files_load(void *nets, struct trial *t)
{
    const struct net_file *n = ((struct net_files *)nets)->from;
    struct trial_tensors list;
    int r = 0;

    trial_tensors_init(&list, t);
    for (int i = 0; i < list.count && r == 0; i++)
        r = load_tensor(n, &list.item[i]);
    for (int i = 0; i < n->tensors && r == 0; i++)
        if (!has_tensor(&list, n->tensor[i].name)) {
            struct text why = {0};

            text_add(&why, "has %s, which this net lacks", n->tensor[i].name);
            r = other_net(n, &why);
        }
    trial_tensors_clear(&list);
    return r;
}

/* ---- saving ---- */

static void write_tensor(struct h5_file *f, const struct trial_tensor *t)
{
    struct h5_array a = {.type = sizeof(real) == 4 ? H5_FLOAT32 : H5_FLOAT64, .rank = t->rank};
    double *value = xcalloc(t->count, sizeof *value);

    for (int i = 0; i < t->rank; i++)
        a.dim[i] = t->dim[i];
    for (size_t i = 0; i < t->count; i++)
        value[i] = t->value[i];
    a.data = value;
    h5_write(f, t->name, &a, 0, NULL, NULL);
    free(value);
}

static void write_tensors(struct h5_file *f, const struct trial *t)
{
    struct trial_tensors list;
    struct list layers = {0};
    char *names;

    trial_tensors_init(&list, t);
    for (int i = 0; i < list.count; i++) {
        const char *layer = strchr(list.item[i].name, '/') + 1;
        char *name = xstrndup(layer, strcspn(layer, "/"));

        list_add_new(&layers, name);
        free(name);
        write_tensor(f, &list.item[i]);
    }
    names = list_join(&layers, " ");
    h5_set_text(f, "/", "layers", names);
    free(names);
    list_clear(&layers);
    trial_tensors_clear(&list);
}

static void write_facts(struct h5_file *f, const struct config *c, const struct trial_result *r)
{
    struct text text = {0};

    config_print(c, &text);
    h5_set_text(f, "/", "configuration", text_str(&text));
    text_clear(&text);
    h5_set_number(f, "/", "epochs", trial_epochs_at(r, r->points));
    h5_set_number(f, "/", "steps", r->steps);
    h5_set_number(f, "/", "parameters", r->parameters);
    h5_set_text(f, "/", "data_sha256", r->data_sha256);
    h5_group(f, "/config");
    for (int i = 0; i < c->count; i++)
        h5_set_text(f, "/config", c->item[i].key, c->item[i].value);
    h5_group(f, "/final");
    for (int m = 0; m < METRICS; m++)
        if (!isnan(trial_final(r, (enum metric)m)))
            h5_set_number(f, "/final", metric_info[m].name, trial_final(r, (enum metric)m));
}

static void write_provenance(struct h5_file *f, const char *command_line)
{
    struct config c = {0};

    provenance_collect(&c, command_line);
    for (int i = 0; i < c.count; i++)
        if (strcmp(c.item[i].key,
                   "schema")) /* the schema of results, which a net file does not follow */
            h5_set_text(f, "/", c.item[i].key, c.item[i].value);
    config_clear(&c);
}

void net_files_save(void *nets, struct trial *t, const struct config *complete,
                    const struct trial_result *result)
{
    struct net_files *files = nets;
    struct h5_file *f = files->to ? h5_create(files->to) : NULL;

    if (!files->to)
        return;
    if (f) {
        file_sweep(files->to);
        h5_set_number(f, "/", "normlab_net", VERSION);
        write_facts(f, complete, result);
        write_provenance(f, files->command_line);
        write_tensors(f, t);
    }
    files->failed = !f || h5_publish(f);
    files->saved = !files->failed;
}

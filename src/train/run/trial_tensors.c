#include "train/run/trial_tensors.h"
#include "base/error.h"
#include "base/list.h"
#include "train/session.h"
#include <stdlib.h>
#include <string.h>

/* Adds the tensors param[0..count) of a layer. kind: "param" or "state"; block: their values in the net. */
static void add_tensors(struct trial_tensors *list, const char *kind, const char *layer,
                        const struct param *param, int count, real *block)
{
    for (int i = 0; i < count; i++) {
        struct trial_tensor *t = &array_add(list->item, list->count);

        *t = (struct trial_tensor){
            .name = format_new("%s/%s/%s", kind, layer, param[i].name),
            .rank = param[i].rank,
            .count = param[i].count,
            .value = block + param[i].offset,
            .param = &param[i],
        };
        for (int d = 0; d < t->rank; d++)
            t->dim[d] = (size_t)param[i].dim[d];
    }
}

void trial_tensors_init(struct trial_tensors *list, const struct trial *t)
{
    const struct net *n = &t->net;
    size_t values = 0;

    *list = (struct trial_tensors){0};
    for (int i = 0; i < n->layers; i++) {
        const struct node *k = net_node(n, i);
        const struct layer *l = k ? &k->layer : NULL;

        if (!l)
            continue;
        add_tensors(list, "param", l->name, l->param, l->params, n->param + k->param_at);
        add_tensors(list, "state", l->name, l->state, l->states, n->state + k->state_at);
    }
    for (int i = 0; i < list->count; i++)
        values += list->item[i].count;
    if (values != n->trainable + n->non_trainable)
        BUG("the net has %zu values, its tensors have %zu", n->trainable + n->non_trainable,
            values);
}

void trial_tensors_clear(struct trial_tensors *list)
{
    for (int i = 0; i < list->count; i++)
        free(list->item[i].name);
    free(list->item);
    *list = (struct trial_tensors){0};
}

int trial_tensor_set(const struct trial_tensor *t, const double *value, struct text *why)
{
    char message[LAYER_MESSAGE];

    if (layer_check_values(t->param, value, message)) {
        text_adds(why, message);
        return -1;
    }
    for (size_t i = 0; i < t->count; i++)
        t->value[i] = (real)value[i];
    return 0;
}

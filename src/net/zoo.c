/* The text of the named networks. Where a norm may stand they write ${norm}. */
#include "net/net.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define ACTIVATIONS "relu|sigmoid|tanh|gelu"
static const char *const activation[] = {"relu", "sigmoid", "tanh", "gelu"};

/* ---- mlp ---- */

struct mlp {
    char hidden[OPTION_TEXT_MAX];
    int act;
    bool input_norm;
};

static const struct option mlp_options[] = {
    {"hidden", OPTION_TEXT, offsetof(struct mlp, hidden), "128-64", 0, 0, NULL,
     "widths of the hidden layers, '-' between them"},
    {"act", OPTION_CHOICE, offsetof(struct mlp, act), "relu", 0, 0, ACTIVATIONS, "activation"},
    {"input_norm", OPTION_BOOL, offsetof(struct mlp, input_norm), "0", 0, 0, NULL,
     "1: a norm on the flattened input, too"},
    {0},
};

static int mlp_check(const void *options, struct text *why)
{
    const char *s = ((const struct mlp *)options)->hidden;

    while (isdigit((unsigned char)*s)) {
        s += strspn(s, "0123456789");
        if (*s == '\0')
            return 0;
        if (*s++ != '-')
            break;
    }
    text_add(why, "hidden=%s: should be widths with '-' between them, as 128-64",
             ((const struct mlp *)options)->hidden);
    return -1;
}

static void mlp_write(const void *options, struct text *out)
{
    const struct mlp *o = options;

    text_add(out, "flatten; ");
    if (o->input_norm)
        text_add(out, "${norm}; ");
    for (const char *s = o->hidden; *s; s += strspn(s, "-")) {
        size_t digits = strspn(s, "0123456789");

        text_add(out, "dense %.*s; ${norm}; %s; ", (int)digits, s, activation[o->act]);
        s += digits;
    }
    text_add(out, "dense ${classes}");
}

/* ---- lenet ---- */

struct lenet {
    int act;
};

static const struct option lenet_options[] = {
    {"act", OPTION_CHOICE, offsetof(struct lenet, act), "relu", 0, 0, ACTIVATIONS, "activation"},
    {0},
};

/* 8 and 16 channels where LeCun et al. 1998 have 6 and 16, so that groupnorm's 8 groups divide
 * them. */
static void lenet_write(const void *options, struct text *out)
{
    const char *act = activation[((const struct lenet *)options)->act];

    text_add(out,
             "conv2d 8 k=5; ${norm}; %s; maxpool 2; conv2d 16 k=5 pad=0; ${norm}; %s; maxpool 2; "
             "flatten; dense 120; %s; dense 84; %s; dense ${classes}",
             act, act, act, act);
}

/* ---- resnet ---- */

enum shortcut { SHORTCUT_PROJECTION, SHORTCUT_PAD };

struct resnet {
    int depth, width, shortcut;
};

static const struct option resnet_options[] = {
    {"depth", OPTION_INT, offsetof(struct resnet, depth), "20", 8, 1202, NULL,
     "6n + 2: 8, 20, 32, ..."},
    {"width", OPTION_INT, offsetof(struct resnet, width), "16", 1, 1024, NULL,
     "channels of the first stage"},
    {"shortcut", OPTION_CHOICE, offsetof(struct resnet, shortcut), "projection", 0, 0,
     "projection|pad",
     "where shapes change: 1x1 convolution and norm (option B), or zeros for new channels (A)"},
    {0},
};

static int resnet_check(const void *options, struct text *why)
{
    int depth = ((const struct resnet *)options)->depth;

    if (depth % 6 == 2)
        return 0;
    text_add(why, "depth=%d: should be 6n + 2, as 8, 20, 32, 44, 56", depth);
    return -1;
}

static void resnet_block(const struct resnet *o, int stage, int channels, bool first,
                         struct text *out)
{
    int stride = first && stage > 0 ? 2 : 1;

    text_add(out, "residual { conv2d %d k=3 stride=%d; ${norm}; relu; conv2d %d k=3; ${norm} }",
             channels, stride, channels);
    if (stride == 2 && o->shortcut == SHORTCUT_PROJECTION)
        text_add(out, " { conv2d %d k=1 stride=2; ${norm} }", channels);
    else if (stride == 2)
        text_add(out, " { subsample %d stride=2 }", channels);
    text_add(out, "; relu; ");
}

static void resnet_write(const void *options, struct text *out)
{
    const struct resnet *o = options;

    text_add(out, "conv2d %d k=3; ${norm}; relu; ", o->width);
    for (int stage = 0; stage < 3; stage++)
        for (int block = 0; block < (o->depth - 2) / 6; block++)
            resnet_block(o, stage, o->width << stage, block == 0, out);
    text_add(out, "gap; dense ${classes}");
}

/* ---- the table ---- */

#define lenet_check NULL

const struct zoo_entry zoo[] = {
#define ZOO(name, usage) {#name, usage, name##_options, name##_write, name##_check},
#include "net/zoo.def"
#undef ZOO
    {0},
};

/* The named networks for images. Their texts contain ${norm} where a norm may stand. */
#include "net/net.h"
#include "net/zoo_branch.h"
#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

static const char *const activation[] = {"relu", "sigmoid", "tanh", "gelu", "none", "tlu"};

/* clang-format off */
#define ACT_OPTION(type)                                                                           \
    {"act", OPTION_CHOICE, offsetof(type, act), "relu", 0, 0, "relu|sigmoid|tanh|gelu|none|tlu",   \
     "activation; none: for a norm that has its own, as evonorm"}
/* clang-format on */

/* The values of the option norm_at: where the norms are. */
enum norm_at { BEFORE, AFTER, INPUT, INPUT_BEFORE, INPUT_AFTER };

/* Entries of a table of options: act and norm_at. type: the options struct, which has them as int. */
/* clang-format off */
#define ACTIVATION_OPTIONS(type)                                                                   \
    ACT_OPTION(type),                                                                              \
    {"norm_at", OPTION_CHOICE, offsetof(type, norm_at), "before", 0, 0,                            \
     "before|after|input|input-before|input-after",                                                \
     "where the norms stand: before or after each activation, on the input alone, or both"}
/* clang-format on */

/* Options that a net passes on to each layer with a weight (layers/weights.h), except the output layer. */
struct net_weights {
    int ws;
    bool weightnorm;
};
/* clang-format off */
#define NET_WEIGHTS_OPTIONS(type)                                                                  \
    {"ws", OPTION_CHOICE, offsetof(type, weights.ws), "0", 0, 0, "0|1|scaled",                     \
     "weight standardization: the option ws of all layers but the output"},                        \
    {"weightnorm", OPTION_BOOL, offsetof(type, weights.weightnorm), "0", 0, 1, NULL,               \
     "weight normalization: the option weightnorm of all layers but the output"}
/* clang-format on */

/* Returns the options of weights, which follow the other options in a layer's text. */
static const char *weights_text(struct net_weights w)
{
    static const char *const text[2][3] = {
        {"", " ws=1", " ws=scaled"},
        {" weightnorm=1", " ws=1 weightnorm=1", " ws=scaled weightnorm=1"}};

    return text[w.weightnorm][w.ws];
}

/* Adds ${norm} when the option norm_at asks for a norm on the input. */
static void write_input_norm(int at, struct text *out)
{
    if (at == INPUT || at == INPUT_BEFORE || at == INPUT_AFTER)
        text_add(out, "${norm}; ");
}

/* Adds the activation after a layer, with ${norm} before or after it as `at` says. */
static void write_activation(int at, int act, struct text *out)
{
    bool before = at == BEFORE || at == INPUT_BEFORE, after = at == AFTER || at == INPUT_AFTER;

    text_add(out, "%s%s; %s", before ? "${norm}; " : "", activation[act], after ? "${norm}; " : "");
}

/* ---- mlp ---- */

struct mlp {
    char hidden[OPTION_TEXT_MAX];
    int act, norm_at;
    struct net_weights weights;
};

static const struct option mlp_options[] = {
    {"hidden", OPTION_TEXT, offsetof(struct mlp, hidden), "128-64", 0, 0, NULL,
     "widths of the hidden layers, '-' between them; 64x50: 50 layers of 64"},
    ACTIVATION_OPTIONS(struct mlp),
    NET_WEIGHTS_OPTIONS(struct mlp),
    {0},
};

enum { LAYERS_MAX = 1000 };

/* Reads a width and a number of layers from *s: "64x50", or "64" for one layer. Moves *s to the text after them and
 * after a '-' that separates them from the next layers. False when *s does not start with such a text; then *s does
 * not change. */
static bool next_layers(const char **s, long *width, long *count)
{
    char *end;

    if (!isdigit((unsigned char)**s))
        return false;
    *width = strtol(*s, &end, 10);
    *count = 1;
    if (*end == 'x' && isdigit((unsigned char)end[1]))
        *count = strtol(end + 1, &end, 10);
    if (*end == '-' && isdigit((unsigned char)end[1]))
        end++;
    else if (*end)
        return false;
    if (*width < 1 || *width >= INT_MAX || *count < 1 || *count > LAYERS_MAX)
        return false;
    *s = end;
    return true;
}

static int mlp_check(const void *options, struct text *why)
{
    const char *s = ((const struct mlp *)options)->hidden;
    long width, count, all = 0;

    while (next_layers(&s, &width, &count))
        all += count;
    if (*s == '\0' && all > 0 && all <= LAYERS_MAX)
        return 0;
    text_add(why,
             "hidden=%s: should be widths with '-' between them, as 128-64, or 64x50 for 50 layers "
             "of 64; at most %d layers",
             ((const struct mlp *)options)->hidden, LAYERS_MAX);
    return -1;
}

/* Joins neighbouring layers of the same width: 64-64 becomes 64x2. */
static void mlp_resolve(void *options)
{
    struct mlp *o = options;
    const char *s = o->hidden;
    struct text out = {0}, why = {0};
    long width, count, next_width = 0, next_count = 0;
    bool found = mlp_check(o, &why) == 0 && next_layers(&s, &width, &count);

    while (found) {
        while ((found = next_layers(&s, &next_width, &next_count)) && next_width == width)
            count += next_count;
        text_add(&out, "%s%ld", out.length ? "-" : "", width);
        if (count > 1)
            text_add(&out, "x%ld", count);
        width = next_width;
        count = next_count;
    }
    if (out.length && out.length < sizeof o->hidden)
        strcpy(o->hidden, out.s);
    text_clear(&out);
    text_clear(&why);
}

static void mlp_write(const void *options, struct text *out)
{
    const struct mlp *o = options;
    const char *s = o->hidden;
    long width, count;

    text_add(out, "flatten; ");
    write_input_norm(o->norm_at, out);
    while (next_layers(&s, &width, &count))
        for (long i = 0; i < count; i++) {
            text_add(out, "dense %ld%s; ", width, weights_text(o->weights));
            write_activation(o->norm_at, o->act, out);
        }
    text_add(out, "dense ${classes}");
}

const struct zoo_entry zoo_mlp = {
    .name = "mlp",
    .usage = "dense layers, each with ${norm} and an activation, and a dense output layer",
    .options = mlp_options,
    .write = mlp_write,
    .check = mlp_check,
    .resolve = mlp_resolve,
};

/* ---- resmlp ---- */

struct resmlp {
    int width, blocks;
};

static const struct option resmlp_options[] = {
    {"width", OPTION_INT, offsetof(struct resmlp, width), "128", 1, 65536, NULL,
     "units of each layer"},
    {"blocks", OPTION_INT, offsetof(struct resmlp, blocks), "8", 1, 1000, NULL,
     "number of residual blocks"},
    {0},
};

/* Residual blocks in the order of He et al. 2016b, each with one dense layer. If the weights have He's variance and
 * the inputs have the mean square 1, the theory of De and Smith 2020 for the variance of the residual stream holds
 * exactly; the first dense layer then counts as a block. */
static void resmlp_write(const void *options, struct text *out)
{
    const struct resmlp *o = options;

    text_add(out, "flatten; dense %d; ", o->width);
    for (int i = 0; i < o->blocks; i++)
        text_add(out, "residual { ${norm}; relu; dense %d }; ", o->width);
    text_add(out, "${norm}; relu; dense ${classes}");
}

const struct zoo_entry zoo_resmlp = {
    .name = "resmlp",
    .usage = "residual blocks of ${norm}, relu and a dense layer; then ${norm}, relu and an output",
    .options = resmlp_options,
    .write = resmlp_write,
};

/* ---- lenet ---- */

struct lenet {
    int act, norm_at;
    struct net_weights weights;
};

static const struct option lenet_options[] = {
    ACTIVATION_OPTIONS(struct lenet), NET_WEIGHTS_OPTIONS(struct lenet), {0}};

/* LeNet-5 (LeCun et al. 1998) with modern layers. What the paper has instead is in parentheses:
 *   activation           the option `act` (a scaled tanh)
 *   pooling              the maximum (a trained average)
 *   second convolution   reads all channels (only some)
 *   output               a softmax (radial basis functions)
 *   channels             8 and 16, so that groupnorm's 8 groups divide them (6 and 16) */
static void lenet_write(const void *options, struct text *out)
{
    const struct lenet *o = options;
    const char *act = activation[o->act], *weights = weights_text(o->weights);

    write_input_norm(o->norm_at, out);
    text_add(out, "conv2d 8 k=5%s; ", weights);
    write_activation(o->norm_at, o->act, out);
    text_add(out, "maxpool 2; conv2d 16 k=5 pad=0%s; ", weights);
    write_activation(o->norm_at, o->act, out);
    text_add(out, "maxpool 2; flatten; dense 120%s; %s; dense 84%s; %s; dense ${classes}", weights,
             act, weights, act);
}

const struct zoo_entry zoo_lenet = {
    .name = "lenet",
    .usage =
        "two 5x5 convolutions with ${norm}, activation and 2x2 pooling, two dense layers, an output",
    .options = lenet_options,
    .write = lenet_write,
};

/* ---- resnet ---- */

enum shortcut { SHORTCUT_PROJECTION, SHORTCUT_PAD, SHORTCUT_NONE };

struct resnet {
    int depth, width, shortcut, act, branch, zero_gamma;
    struct net_weights weights;
};

static const struct option resnet_options[] = {
    {"depth", OPTION_INT, offsetof(struct resnet, depth), "20", 8, 1202, NULL,
     "6n + 2: 8, 20, 32, ..."},
    {"width", OPTION_INT, offsetof(struct resnet, width), "16", 1, 1024, NULL,
     "channels of the first stage"},
    {"shortcut", OPTION_CHOICE, offsetof(struct resnet, shortcut), "projection", 0, 0,
     "projection|pad|none",
     "where shapes change: 1x1 convolution and norm (option B), or zeros for new channels (A, as He et al. have it for CIFAR); none: "
     "a plain net of the same layers, without any shortcut"},
    ACT_OPTION(struct resnet),
    ZOO_BRANCH_OPTION(struct resnet),
    {"zero_gamma", OPTION_INT, offsetof(struct resnet, zero_gamma), "0", 0, 1, NULL,
     "1: gamma of each residual branch's last norm starts at 0, so each block starts as its shortcut (Goyal et al. 2017)"},
    NET_WEIGHTS_OPTIONS(struct resnet),
    {0},
};

static int resnet_check(const void *options, struct text *why)
{
    const struct resnet *o = options;

    if (o->depth % 6 != 2)
        text_add(why, "depth=%d: should be 6n + 2, as 8, 20, 32, 44, 56", o->depth);
    else if (o->shortcut == SHORTCUT_NONE && o->branch != ZOO_BRANCH_PLAIN)
        text_add(why, "branch=%s is for residual blocks, and shortcut=none leaves none",
                 zoo_branch[o->branch]);
    else if (o->shortcut == SHORTCUT_NONE && o->zero_gamma)
        text_add(why, "zero_gamma=1 is for residual blocks, and shortcut=none leaves none");
    else
        return 0;
    return -1;
}

static void resnet_conv(const struct resnet *o, int channels, int k, const char *stride,
                        struct text *out)
{
    text_add(out, "conv2d %d k=%d%s%s", channels, k, stride, weights_text(o->weights));
}

/* Adds "; ", and the activation with another "; " unless it is none. */
static void resnet_act(const struct resnet *o, struct text *out)
{
    if (strcmp(activation[o->act], "none") != 0)
        text_add(out, "; %s", activation[o->act]);
    text_add(out, "; ");
}

static void resnet_block(const struct resnet *o, int stage, int channels, bool first,
                         struct text *out)
{
    bool halves = first && stage > 0, plain = o->shortcut == SHORTCUT_NONE;

    text_add(out, plain ? "" : "residual { ");
    resnet_conv(o, channels, 3, halves ? " stride=2" : " stride=1", out);
    text_add(out, "; ${norm}");
    resnet_act(o, out);
    resnet_conv(o, channels, 3, "", out);
    text_add(out, "; ${norm}%s", o->zero_gamma ? " gamma_init=0" : "");
    zoo_branch_write(o->branch, out);
    text_add(out, plain ? "" : " }");
    if (halves && o->shortcut == SHORTCUT_PROJECTION) {
        text_add(out, " { ");
        resnet_conv(o, channels, 1, " stride=2", out);
        text_add(out, "; ${norm} }");
    } else if (halves && o->shortcut == SHORTCUT_PAD) {
        text_add(out, " { subsample %d stride=2 }", channels);
    }
    resnet_act(o, out);
}

static void resnet_write(const void *options, struct text *out)
{
    const struct resnet *o = options;

    resnet_conv(o, o->width, 3, "", out);
    text_add(out, "; ${norm}");
    resnet_act(o, out);
    for (int stage = 0; stage < 3; stage++)
        for (int block = 0; block < (o->depth - 2) / 6; block++)
            resnet_block(o, stage, o->width << stage, block == 0, out);
    text_add(out, "gap; dense ${classes}");
}

const struct zoo_entry zoo_resnet = {
    .name = "resnet",
    .usage = "He et al. 2016 for CIFAR: 3 stages of (depth-2)/6 blocks, widths w, 2w, 4w",
    .options = resnet_options,
    .write = resnet_write,
    .check = resnet_check,
};

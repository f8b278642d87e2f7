/* ScaleNorm (Nguyen & Salazar 2019): y = g * x / |x| at each position, with one learned scalar g, which starts
 * at sqrt(C). The parameter gamma is g. That is rmsnorm over=token whose channels share gamma = g / sqrt(C), and it is
 * computed so (norm.h). affine=both adds a beta to each channel, which the paper does not have.
 *
 * eps differs: here y = g * x / sqrt(|x|^2 + C * eps), as in rmsnorm. The authors' program divides by the larger of |x|
 * and 1e-5. */
#include "layers/norms/norm.h"

static const struct option options[] = {
    NORM_OPTIONS_BUT_GAMMA_INIT("scale"),
    {"gamma_init", OPTION_REAL, offsetof(struct norm, gamma_init), "1", -1e6, 1e6, NULL,
     "initial value of gamma, in units of the root of the number of channels"},
    {0},
};

static void resolve(void *options)
{
    struct norm *m = options;

    m->uncentered = true;
    m->shared_gamma = true;
    norm_resolve(m);
}

static int setup(struct layer *l, struct setup *s)
{
    return norm_setup(
        l, s, (struct norm_partition){.samples = 1, .all_positions = false, .channels = l->in[0].c},
        "scalenorm of one value is its sign; take more channels");
}

const struct layer_type layer_scalenorm = {
    .name = "scalenorm",
    .usage = "each position over its length, times one learned number",
    .options = options,
    .resolve = resolve,
    .examples = {"", "affine=both", "affine=none", "affine=shift eps=0.1",
                 "compat=keras gamma_init=0.5"},
    .setup = setup,
    NORM_MEMBERS,
};

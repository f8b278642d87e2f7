/* Statistics and coefficients of a group of any number of channels. The compiler vectorizes the loops over the channels,
 * because a sum is made of LANES sums, each over every LANES-th channel. */
#include "kernels/also_avx2.h"
#include "layers/norms/engine/norm_internal.h"

enum { LANES = 8, SUMS };

#define INLINE static inline __attribute__((always_inline))

INLINE double add_lanes(const double *s)
{
    return (((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]))) + s[LANES];
}

/* Runs step(i, lane) for 0 <= i < n, in order. The last n % LANES elements all have the lane LANES: with a lane that is
 * not a constant, the compiler would keep the sums in memory and not in registers. */
#define FOR_LANES(n, step)                                                                         \
    do {                                                                                           \
        int i_ = 0;                                                                                \
                                                                                                   \
        for (; i_ + LANES <= (n); i_ += LANES)                                                     \
            for (int j_ = 0; j_ < LANES; j_++)                                                     \
                step(i_ + j_, j_);                                                                 \
        for (; i_ < (n); i_++)                                                                     \
            step(i_, LANES);                                                                       \
    } while (0)

ALSO_AVX2 struct norm_batch_moments
norm_join_channels(const struct norm_call *k, const double *mean, const double *m2, double count)
{
    double differences[SUMS] = {0}, between[SUMS] = {0}, within[SUMS] = {0}, center = 0;
    int n = k->group_channels;

#define DIFFERENCE(i, lane) differences[lane] += mean[i] - mean[0]
#define SQUARE(i, lane)                                                                            \
    (between[lane] += (mean[i] - center) * (mean[i] - center), within[lane] += m2[i])
    if (!k->m->uncentered) {
        FOR_LANES(n, DIFFERENCE);
        center = mean[0] + add_lanes(differences) / n;
    }
    FOR_LANES(n, SQUARE);
#undef DIFFERENCE
#undef SQUARE
    return (struct norm_batch_moments){center, add_lanes(within) + count * add_lanes(between)};
}

INLINE void forward_group(const struct norm_call *k, struct norm_task *p, int g, size_t at)
{
    int n = k->group_channels, first = g * n;
    real *restrict center = p->center + first, mean = k->center[at];
    double *restrict scale = p->exact_scale + first, *restrict shift = p->exact_shift + first;
    const real *restrict gamma = k->gamma ? k->gamma + first : NULL, *restrict beta =
                                                                         k->beta ? k->beta + first
                                                                                 : NULL;
    double rstd = k->rstd[at], mean_low = k->mean_low[at], factor = k->factor ? k->factor[at] : 1,
           offset = k->offset ? k->offset[at] : 0;

    for (int i = 0; i < n; i++) {
        double own = gamma ? gamma[i] : 1, a = own * factor * rstd;

        center[i] = mean;
        scale[i] = a;
        shift[i] = (beta ? beta[i] : 0.0) + own * offset - mean_low * a;
    }
}

ALSO_AVX2 void norm_forward_groups(const struct norm_call *k, struct norm_task *p,
                                   const struct norm_slab *u)
{
    for (int g = 0; g < k->groups; g++)
        forward_group(k, p, g, u->first_group + (size_t)g);
}

/* Computes the coefficients of group g of a slab, which is number `at` of the call. Returns avg(g * xhat). */
INLINE double backward_group(const struct norm_call *k, struct norm_task *p, int g, size_t at,
                             double inverse_count)
{
    int n = k->group_channels, first = g * n;
    const double *restrict sum_dy = p->sum_dy + first, *restrict sum_dyx = p->sum_dyx + first;
    const real *restrict gamma = k->gamma ? k->gamma + first : NULL;
    double *restrict scale = p->exact_scale + first, *restrict shift = p->exact_shift + first,
                     *restrict slopes = p->exact_slope + first,
                     *restrict dgamma = p->dgamma + first, *restrict dbeta = p->dbeta + first;
    double rstd = k->rstd[at], mean_low = k->mean_low[at], factor = k->factor ? k->factor[at] : 1,
           offset = k->offset ? k->offset[at] : 0;
    double gs[SUMS] = {0}, gxs[SUMS] = {0}, mean_g, mean_gx, slope;

    for (int i = 0; i < n; i++) { /* scale[i] first holds the sum of dy * xhat, then its value */
        scale[i] = (sum_dyx[i] - mean_low * sum_dy[i]) * rstd;
        dgamma[i] += factor * scale[i] + offset * sum_dy[i];
        dbeta[i] += sum_dy[i];
    }
#define GAMMA(i)     (factor * (gamma ? gamma[i] : 1))
#define SUM(i, lane) (gs[lane] += GAMMA(i) * sum_dy[i], gxs[lane] += GAMMA(i) * scale[i])
    FOR_LANES(n, SUM);
    if (p->deps) /* the group is one channel */
        p->deps[first] -= 0.5 * rstd * rstd * add_lanes(gxs);
    mean_g = k->m->uncentered ? 0 : inverse_count * add_lanes(gs);
    mean_gx = inverse_count * add_lanes(gxs);
    slope = k->deviation ? 0 : -rstd * rstd * mean_gx;
    for (int i = 0; i < n; i++) {
        scale[i] = GAMMA(i) * rstd;
        slopes[i] = slope;
        shift[i] = -rstd * mean_g - mean_low * slope;
    }
#undef GAMMA
#undef SUM
    return mean_gx;
}

ALSO_AVX2 void norm_backward_groups(const struct norm_call *k, struct norm_task *p,
                                    const struct norm_slab *u, double inverse_count, double rows)
{
    for (int g = 0; g < k->groups; g++) {
        size_t at = u->first_group + (size_t)g;
        double mean_gx = backward_group(k, p, g, at, inverse_count);

        if (k->deviation)
            norm_scale_coefficients(k, p, g, at, rows * k->group_channels, mean_gx);
    }
}

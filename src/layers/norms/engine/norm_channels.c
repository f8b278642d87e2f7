/* Groups of one channel, as those of batchnorm and instancenorm. The formulas and the bits are those of norm_groups.c,
 * but the compiler can vectorize the loops over channels. Norms with small groups (ghost=4) spend most of their time
 * here. */
#include "kernels/also_avx2.h"
#include "layers/norms/engine/norm_internal.h"
#include <math.h>

bool norm_by_channels(const struct norm_call *k)
{
    return k->group_channels == 1 && !k->m->uncentered && !k->factor && !k->deviation && !k->eps_l;
}

ALSO_AVX2 void norm_save_channels(const struct norm_call *k, const struct norm_slab *u,
                                  const struct column_moments *t)
{
    const double *restrict mean = t->mean, *restrict m2 = t->m2;
    real *restrict center = k->center + u->first_group,
                   *restrict low = k->mean_low + u->first_group,
                   *restrict rstd = k->rstd + u->first_group;
    double count = t->count, eps = k->m->eps;

    for (int c = 0; c < k->c; c++) {
        real r = (real)(1 / sqrt((count > 0 ? m2[c] / count : 0) + eps));

        center[c] = (real)mean[c];
        low[c] = (real)(mean[c] - center[c]);
        rstd[c] = count == 0 || isinf(r) ? 0 : r;
    }
    for (int c = 0; k->slab_moments && c < k->c; c++)
        k->slab_moments[u->first_group + (size_t)c] = (struct norm_batch_moments){mean[c], m2[c]};
}

ALSO_AVX2 void norm_forward_channels(const struct norm_call *k, struct norm_task *p,
                                     const struct norm_slab *u)
{
    const real *restrict center = k->center + u->first_group,
                         *restrict low = k->mean_low + u->first_group,
                         *restrict rstd = k->rstd + u->first_group, *restrict gamma = k->gamma,
                         *restrict beta = k->beta;
    double *restrict scale = p->exact_scale, *restrict shift = p->exact_shift;

    for (int c = 0; c < k->c; c++) {
        p->center[c] = center[c];
        scale[c] = rstd[c];
        shift[c] = 0;
    }
    for (int c = 0; gamma && c < k->c; c++)
        scale[c] *= gamma[c];
    for (int c = 0; beta && c < k->c; c++)
        shift[c] = beta[c];
    for (int c = 0; c < k->c; c++)
        shift[c] -= low[c] * scale[c];
}

ALSO_AVX2 void norm_backward_channels(const struct norm_call *k, struct norm_task *p,
                                      const struct norm_slab *u, double inverse_count)
{
    const real *restrict low = k->mean_low + u->first_group,
                         *restrict rstd = k->rstd + u->first_group, *restrict gamma = k->gamma;
    const double *restrict sum_dy = p->sum_dy, *restrict sum_dyx = p->sum_dyx;
    double *restrict scale = p->exact_scale, *restrict shift = p->exact_shift,
                     *restrict slope = p->exact_slope, *restrict dgamma = p->dgamma,
                     *restrict dbeta = p->dbeta;

    for (int c = 0; gamma && c < k->c; c++)
        scale[c] = gamma[c];
    for (int c = 0; !gamma && c < k->c; c++)
        scale[c] = 1;
    for (int c = 0; c < k->c; c++) {
        double g = scale[c], inverse = rstd[c],
               dy_xhat = (sum_dyx[c] - low[c] * sum_dy[c]) * inverse,
               mean_g = g * sum_dy[c] * inverse_count, mean_gx = g * dy_xhat * inverse_count;

        dgamma[c] += dy_xhat;
        dbeta[c] += sum_dy[c];
        scale[c] = g * inverse;
        slope[c] = -inverse * inverse * mean_gx;
        shift[c] = -inverse * mean_g - low[c] * slope[c];
    }
}

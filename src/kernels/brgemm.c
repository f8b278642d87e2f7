/* Calls LIBXSMM; no other file does. LIBXSMM is column-major: the rows of struct brgemm_shape are its columns. */
#include "kernels/brgemm.h"
#include "base/arena.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#ifdef NORMLAB_LIBXSMM
#include <libxsmm.h>

#ifdef NORMLAB_REAL_DOUBLE
#define DISPATCH libxsmm_dmmdispatch_reducebatch_offs
#define FUNCTION libxsmm_dmmfunction_reducebatch_offs
#else
#define DISPATCH libxsmm_smmdispatch_reducebatch_offs
#define FUNCTION libxsmm_smmfunction_reducebatch_offs
#endif

/* Returns LIBXSMM's number of the instruction set of k, or 0 when LIBXSMM has none for k. LIBXSMM's default would be
 * the instruction set of the CPU with the widest vectors. */
static int target_of(const struct kernels *k)
{
    if (strcmp(k->name, "avx512") == 0)
        return LIBXSMM_X86_AVX512_CORE;
    return strcmp(k->name, "avx2") == 0 ? LIBXSMM_X86_AVX2 : 0;
}

bool brgemm_serves(const struct kernels *k)
{
    return target_of(k) != 0;
}

/* LIBXSMM allocates some 10 MB when it starts. When that fails, it reports no error and crashes later. So initialize()
 * first checks that this much memory can be had. */
#define INIT_BYTES ((size_t)16 << 20)

/* Starts LIBXSMM. Its libxsmm_init() sets OMP_PROC_BIND=TRUE in the environment. This is undone here: the variable would
 * bind every child process to the first core. */
static void initialize(void)
{
    bool unset = !getenv("OMP_PROC_BIND");
    void *room = mmap(NULL, INIT_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    if (room == MAP_FAILED)
        memory_missing("the code of matrix products");
    munmap(room, INIT_BYTES);
    libxsmm_init();
    if (unset)
        unsetenv("OMP_PROC_BIND");
}

bool brgemm_make(struct brgemm *b, const struct kernels *k, const struct brgemm_shape *s)
{
    const real alpha = 1, beta = s->add ? 1 : 0;
    int flags = s->transposed ? LIBXSMM_GEMM_FLAG_TRANS_B : LIBXSMM_GEMM_FLAG_NONE;
    int prefetch = LIBXSMM_GEMM_PREFETCH_NONE;

    b->code = NULL;
    if (!brgemm_serves(k))
        return false;
    initialize();
    if (libxsmm_get_target_archid() != target_of(k))
        libxsmm_set_target_archid(target_of(k));
    errno = 0;
    b->code = (void (*)(void))DISPATCH(s->columns, s->rows, s->depth, &s->ldw, &s->ldx, &s->ldc,
                                       &alpha, &beta, &flags, &prefetch);
    /* Without memory LIBXSMM returns either no code (ENOMEM), or code in memory of malloc(), which mprotect() refuses to
     * make executable (EINVAL). There is no fallback to other products, because results would have other bits. */
    if (errno == ENOMEM || errno == EINVAL)
        memory_missing("the code of matrix products");
    return b->code != NULL;
}

void brgemm_run(const struct brgemm *b, unsigned long long count, const real *x,
                const unsigned long long *x_offset, const real *w,
                const unsigned long long *w_offset, real *c)
{
    ((FUNCTION)b->code)(w, x, c, &count, w_offset, x_offset);
}

const char *brgemm_library(void)
{
    return "LIBXSMM " LIBXSMM_VERSION;
}
#else
bool brgemm_serves(const struct kernels *k)
{
    (void)k;
    return false;
}

bool brgemm_make(struct brgemm *b, const struct kernels *k, const struct brgemm_shape *s)
{
    (void)k, (void)s;
    b->code = NULL;
    return false;
}

void brgemm_run(const struct brgemm *b, unsigned long long count, const real *x,
                const unsigned long long *x_offset, const real *w,
                const unsigned long long *w_offset, real *c)
{
    (void)b, (void)count, (void)x, (void)x_offset, (void)w, (void)w_offset, (void)c;
}

const char *brgemm_library(void)
{
    return "none";
}
#endif

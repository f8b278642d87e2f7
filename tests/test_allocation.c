/* A training step allocates nothing: calls of malloc and its kin, by whatever library, are counted
 * between the end of the first epoch and the end of the third. OpenBLAS allocates inside some products,
 * which normlab cannot help: where it takes the place of LIBXSMM, its calls do not count. */
#include "kernels/brgemm.h"
#include "support.h"
#include "train/trial.h"
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

static long allocations;

#ifdef __SANITIZE_ADDRESS__
/* gcc's sanitizer has it, too, but not its header <sanitizer/allocator_interface.h>. */
int __sanitizer_install_malloc_and_free_hooks(void (*on_malloc)(const volatile void *, size_t),
                                              void (*on_free)(const volatile void *));

static void count_malloc(const volatile void *p, size_t size)
{
    (void)p;
    (void)size;
    allocations++;
}

static void ignore_free(const volatile void *p)
{
    (void)p;
}

static void count_allocations(void)
{
    assert_true(__sanitizer_install_malloc_and_free_hooks(count_malloc, ignore_free) > 0);
}
#else
static bool blas_may;

/* One more, unless OpenBLAS may and the caller is it. */
static void note(const void *caller)
{
    Dl_info info;

    if (!blas_may || !dladdr(caller, &info) || !info.dli_fname ||
        !strstr(info.dli_fname, "openblas"))
        allocations++;
}

/* These stand before the C library's own, which has them under a second name. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *p, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

void *malloc(size_t size)
{
    note(__builtin_return_address(0));
    return __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    note(__builtin_return_address(0));
    return __libc_calloc(count, size);
}

void *realloc(void *p, size_t size)
{
    note(__builtin_return_address(0));
    return __libc_realloc(p, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    note(__builtin_return_address(0));
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **p, size_t alignment, size_t size)
{
    note(__builtin_return_address(0));
    *p = __libc_memalign(alignment, size);
    return *p ? 0 : 12;
}

static void count_allocations(void)
{
    blas_may = !brgemm_serves(kernels_choose());
}
#endif

struct seen {
    long at[8]; /* by point */
};

static void watch(void *context, const struct trial_result *r, int point)
{
    struct seen *seen = context;

    (void)r;
    seen->at[point] = allocations;
}

static void test_epochs_allocate_nothing(void **state)
{
    static const char *const configs[] = {
        "net=\"resnet depth=8 width=4\" norm=batchnorm optimizer=adam lr=0.001 crop=1 threads=2",
        "net=\"mlp hidden=16; dropout 0.1\" norm=none val_fraction=0.2 schedule=cosine threads=3",
        "net=\"lenet act=gelu\" norm=\"groupnorm groups=2\" optimizer=rmsprop lr=0.001 clip_norm=1",
        "net=mlp norm=batchnorm evals_per_epoch=2 fit_count=all loss=sigmoid optimizer=adam adam_form=keras",
        "net=lenet norm=layernorm evals_per_epoch=2 test_contrast=0.5 test_brightness=0.5",
    };

    (void)state;
#ifdef __SANITIZE_ADDRESS__
    /* The sanitizer itself allocates for a thread when that first runs, which may be late. */
    const char *threads = "threads=1";

    if (!brgemm_serves(kernels_choose()))
        skip_because("OpenBLAS allocates, and the sanitizer does not tell who calls");
#else
    const char *threads = "";
#endif
    for (size_t i = 0; i < sizeof configs / sizeof *configs; i++) {
        struct config c = {0};
        struct seen seen = {{0}};
        struct trial_result r;

        assert_int_equal(config_parse(&c, configs[i]), 0);
        assert_int_equal(
            config_parse(&c, "data=synthetic train_count=200 test_count=100 epochs=3 batch=16"), 0);
        assert_int_equal(config_parse(&c, threads), 0);
        assert_int_equal(trial_run(&c, &r, watch, &seen), 0);
        assert_int_equal(r.status, TRIAL_DONE);
        assert_true(seen.at[0] > 0);
        assert_true(r.points < 8);
        assert_int_equal(seen.at[r.points], seen.at[0]);
        trial_result_clear(&r);
        config_clear(&c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_epochs_allocate_nothing)};

    count_allocations();

    return cmocka_run_group_tests(tests, NULL, NULL);
}

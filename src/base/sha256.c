#include "base/sha256.h"
#include "base/error.h"
#include <openssl/crypto.h>
#include <openssl/evp.h>

static void check(int good)
{
    if (!good)
        die("libcrypto cannot compute a SHA-256: there is too little memory, or the system forbids SHA-256");
}

void sha256_start(struct sha256 *s)
{
    /* OpenSSL's configuration file is not read, because that takes longer than most hashes; its handler at process exit
     * is left out, because it may crash after a lack of memory. */
    OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_NO_ATEXIT, NULL);
    s->context = EVP_MD_CTX_new();
    check(s->context && EVP_DigestInit_ex(s->context, EVP_sha256(), NULL));
}

void sha256_add(struct sha256 *s, const void *data, size_t size_bytes)
{
    check(EVP_DigestUpdate(s->context, data, size_bytes));
}

void sha256_end(struct sha256 *s, char hex[65])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char digest[EVP_MAX_MD_SIZE];

    check(EVP_DigestFinal_ex(s->context, digest, NULL));
    EVP_MD_CTX_free(s->context);
    s->context = NULL;
    for (int i = 0; i < 32; i++) {
        hex[2 * i] = digits[digest[i] >> 4];
        hex[2 * i + 1] = digits[digest[i] & 15];
    }
    hex[64] = '\0';
}

void sha256_hex(const void *data, size_t size_bytes, char hex[65])
{
    struct sha256 s;

    sha256_start(&s);
    sha256_add(&s, data, size_bytes);
    sha256_end(&s, hex);
}

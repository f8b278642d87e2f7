#include "base/sha256.h"
#include "base/error.h"
#include <openssl/evp.h>
#include <stdbool.h>
#include <stdio.h>

void sha256_hex_pieces(int count, const void *const *data, const size_t *size_bytes, char hex[65])
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    EVP_MD_CTX *c = EVP_MD_CTX_new();
    bool good = c && EVP_DigestInit_ex(c, EVP_sha256(), NULL);

    for (int i = 0; good && i < count; i++)
        good = EVP_DigestUpdate(c, data[i], size_bytes[i]);
    if (!good || !EVP_DigestFinal_ex(c, digest, NULL))
        BUG("libcrypto has no SHA-256");
    EVP_MD_CTX_free(c);
    for (int i = 0; i < 32; i++)
        snprintf(hex + 2 * i, 3, "%02x", digest[i]);
}

void sha256_hex(const void *data, size_t size_bytes, char hex[65])
{
    sha256_hex_pieces(1, &data, &size_bytes, hex);
}

package cymru.diogelu.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one chain. Each body has a key of its own, derived from it, so that an export can hand out the keys of some
 * entries and keep back those of others, while the chain stays provable. AES-256 in GCM, tied to the entry's header.
 */
record ChainKey(int number, byte[] secret) {

    static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    static ChainKey random(int number) {
        byte[] secret = new byte[KEY_BYTES];
        RANDOM.nextBytes(secret);
        return new ChainKey(number, secret);
    }

    /** The nonce, the encrypted body and its tag, one after the other. */
    byte[] encrypt(Header header, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, entryKey(header.seq()), nonce, header)
                    .doFinal(plain);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES in GCM", e);
        }
    }

    /** @throws GeneralSecurityException when the body was not encrypted with this key for this header */
    byte[] decrypt(Header header, byte[] body) throws GeneralSecurityException {
        if (body.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            throw new AEADBadTagException("too short to be an encrypted body");
        }
        byte[] nonce = Arrays.copyOf(body, NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, entryKey(header.seq()), nonce, header)
                .doFinal(body, NONCE_BYTES, body.length - NONCE_BYTES);
    }

    /** The key of one entry alone: HMAC-SHA-256 of its number under the key of the chain. */
    byte[] entryKey(long seq) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(("diogelu ledger body " + seq).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, Header header) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header.canonical().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

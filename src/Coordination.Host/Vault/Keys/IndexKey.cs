using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Coordination.Host.Vault;

/// <summary>The secret behind blind indexes, references and fingerprints: a file that never enters the database. Each kind of value has a key of its own, derived from it.</summary>
public sealed class IndexKey
{
    /// <summary>Bytes of a blind index: 96 bits are enough to tell persons apart and too few to tell a value.</summary>
    private const int BlindBytes = 12;

    private readonly byte[] _key;
    private readonly ConcurrentDictionary<string, byte[]> _perKind = new(StringComparer.Ordinal);

    private IndexKey(byte[] key) => _key = key;

    /// <summary>Reads the key of a data directory, or makes one at the very first start.</summary>
    /// <exception cref="InvalidOperationException">The file is not a key, or others may read it.</exception>
    public static IndexKey LoadOrCreate(string dataDirectory)
    {
        var path = Path.Combine(KeyFile.DirectoryOf(dataDirectory).FullName, "index.key");
        if (!File.Exists(path))
            KeyFile.Create(path);
        return new IndexKey(KeyFile.Read(path));
    }

    /// <summary>Equal values of one kind have equal indexes; nothing else can be learnt from one, not even that two kinds share a value.</summary>
    /// <param name="kind">Field, such as <c>nik</c>.</param>
    /// <param name="value">Already normalised.</param>
    public byte[] Blind(string kind, string value) => Full(kind, Encoding.UTF8.GetBytes(value))[..BlindBytes];

    /// <summary>A reference made of a value: the same value has the same one.</summary>
    internal Guid Reference(string kind, string value) => new(Full(kind, Encoding.UTF8.GetBytes(value)).AsSpan(0, 16), bigEndian: true);

    /// <summary>Of a request's body: tells the same body again, and nothing of what is in it. A plain hash of a body with a NIK in it could be guessed.</summary>
    internal byte[] Fingerprint(ReadOnlySpan<byte> body) => Full("fingerprint", body);

    /// <summary>Refuses a key that is not the one this database was filled with.</summary>
    /// <exception cref="InvalidOperationException">Another key was used before.</exception>
    public async Task Prove(NpgsqlDataSource keys, CancellationToken ct)
    {
        var proof = Full("proof", "coordination"u8);
        await using var command = keys.CreateCommand(
            """
            with mine as (insert into vault.index_key (proof) values ($1) on conflict do nothing returning proof)
            select proof from mine union all select proof from vault.index_key limit 1
            """);
        command.Parameters.AddWithValue(proof);
        if (await command.ExecuteScalarAsync(ct) is byte[] first && !first.AsSpan().SequenceEqual(proof))
            throw new InvalidOperationException(
                "This database was filled with another index key. Copy keys/index.key from the Host that filled it (or from its backup).");
    }

    private byte[] Full(string kind, ReadOnlySpan<byte> value) => HMACSHA256.HashData(
        _perKind.GetOrAdd(kind, name => HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, KeyFile.Bytes, info: Encoding.UTF8.GetBytes(name))), value);
}

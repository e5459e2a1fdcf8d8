using System.Collections.Concurrent;

namespace Catalog;

public sealed record Product(int Id, string Name, decimal Price);

public sealed record NewProduct(string Name, decimal Price);

public sealed class ProductStore
{
    private readonly ConcurrentDictionary<int, Product> _products = new();
    private int _last;

    public Product? Find(int id) => _products.GetValueOrDefault(id);

    public Product Add(NewProduct draft)
    {
        var product = new Product(Interlocked.Increment(ref _last), draft.Name, draft.Price);
        return _products[product.Id] = product;
    }

    public void Put(Product product) => _products[product.Id] = product;

    public void Clear() => _products.Clear();
}
